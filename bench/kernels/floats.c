/* Planets under gravity, and a product of matrices. */
#include <math.h>
#include <stdio.h>

struct body { double x, y, z, vx, vy, vz, mass; };
static struct body bodies[5] = {{0, 0, 0, 0, 0, 0, 40}, {5, -1, -.1, .6, 2.8, -.02, .04}, {8, 4, -.4, -1, 1.8, .008, .01}, {13, -15, -.2, 1, .8, -.01, .002}, {15, -26, .2, .9, .5, -.03, .002}};
static void step(double dt) {
  for (int i = 0; i < 5; i++) {
    struct body *a = &bodies[i];
    for (int j = i + 1; j < 5; j++) {
      struct body *b = &bodies[j];
      double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z, d = dx * dx + dy * dy + dz * dz, m = dt / (d * sqrt(d));
      a->vx -= dx * b->mass * m; a->vy -= dy * b->mass * m; a->vz -= dz * b->mass * m;
      b->vx += dx * a->mass * m; b->vy += dy * a->mass * m; b->vz += dz * a->mass * m;
    }
  }
  for (int i = 0; i < 5; i++) { struct body *a = &bodies[i]; a->x += dt * a->vx; a->y += dt * a->vy; a->z += dt * a->vz; }
}
enum { N = 240 };
static double a[N][N], b[N][N], c[N][N];

int main(void) {
  for (int i = 0; i < 4000000; i++) step(0.001);
  for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) { a[i][j] = i - j * 0.5; b[i][j] = (i * j) % 7; }
  for (int round = 0; round < 30; round++)
    for (int i = 0; i < N; i++) for (int k = 0; k < N; k++) { double f = a[i][k]; for (int j = 0; j < N; j++) c[i][j] += f * b[k][j]; }
  printf("%.6f %.1f\n", bodies[0].x, c[7][9]);
  return 0;
}
