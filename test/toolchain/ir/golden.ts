/**
 * Intermediate code of LLVM 22, and what becomes of it for LLVM 13: one case a construct.
 * Modules are for x86-64 Linux where they name no target.
 */
export interface GoldenCase {
  readonly name: string;
  readonly ir: string;
  readonly lowered: string;
}

export const GOLDEN_CASES: readonly GoldenCase[] = [
  {
    name: "pointers in globals and constants",
    ir: `
@x = global i32 5, align 4
@p = global ptr @x
@s = internal constant { ptr, i64 } { ptr getelementptr inbounds nuw (i8, ptr @x, i64 4), i64 ptrtoint (ptr @x to i64) }
`,
    lowered: `
@x = global i32 5, align 4
@p = global i8* bitcast (i32* @x to i8*)
@s = internal constant { i8*, i64 } { i8* getelementptr inbounds (i8, i8* bitcast (i32* @x to i8*), i64 4), i64 ptrtoint (i8* bitcast (i32* @x to i8*) to i64) }
`,
  },
  {
    name: "loads, stores, and flags that LLVM 13 does not know",
    ir: `
define i32 @f(ptr noundef nonnull %0, i32 %1) #0 {
  %3 = load i32, ptr %0, align 4, !tbaa !0, !range !3
  %4 = add nuw nsw i32 %3, %1
  %5 = or disjoint i32 %4, 1
  %6 = trunc nuw i32 %5 to i8
  %7 = zext nneg i8 %6 to i32
  %8 = icmp samesign ult i32 %7, 4
  store volatile i32 %7, ptr %0, align 4
  br i1 %8, label %9, label %10, !prof !4

9:                                                ; preds = %2
  br label %10

10:                                               ; preds = %9, %2
  %11 = phi i32 [ %7, %2 ], [ 1, %9 ]
  ret i32 %11
}

attributes #0 = { nounwind memory(argmem: read) uwtable(sync) "frame-pointer"="non-leaf-no-reserve" }

!0 = !{!1, !1, i64 0}
!1 = !{!"int", !2, i64 0}
!2 = !{!"root"}
!3 = !{i32 0, i32 4}
!4 = !{!"branch_weights", !"expected", i32 1, i32 2000}
`,
    lowered: `
define i32 @f(i8* %$0, i32 %$1) #0 {
$2:
  %$t0 = bitcast i8* %$0 to i32*
  %$3 = load i32, i32* %$t0, align 4, !tbaa !0
  %$4 = add nuw nsw i32 %$3, %$1
  %$5 = or i32 %$4, 1
  %$6 = trunc i32 %$5 to i8
  %$7 = zext i8 %$6 to i32
  %$8 = icmp ult i32 %$7, 4
  %$t1 = bitcast i8* %$0 to i32*
  store volatile i32 %$7, i32* %$t1, align 4
  br i1 %$8, label %$9, label %$10, !prof !4

$9:
  br label %$10

$10:
  %$11 = phi i32 [ %$7, %$2 ], [ 1, %$9 ]
  ret i32 %$11
}
attributes #0 = { nounwind uwtable "frame-pointer"="non-leaf" }
!0 = !{!1, !1, i64 0}
!1 = !{!"int", !2, i64 0}
!2 = !{!"root"}
!3 = !{i32 0, i32 4}
!4 = !{!"branch_weights", i32 1, i32 2000}
`,
  },
  {
    name: "a struct whose 128-bit integer LLVM 13 would put elsewhere",
    ir: `
%struct.s = type { i8, i128 }

@g = global %struct.s { i8 1, i128 5 }, align 16

define ptr @f(ptr %0) {
  %2 = getelementptr inbounds nuw %struct.s, ptr %0, i64 1, i32 1
  ret ptr %2
}
`,
    lowered: `
%struct.s = type <{ i8, [15 x i8], i128 }>
@g = global %struct.s <{ i8 1, [15 x i8] zeroinitializer, i128 5 }>, align 16
define i8* @f(i8* %$0) {
$1:
  %$t0 = bitcast i8* %$0 to %struct.s*
  %$t1 = getelementptr inbounds %struct.s, %struct.s* %$t0, i64 1, i32 2
  %$2 = bitcast i128* %$t1 to i8*
  ret i8* %$2
}
`,
  },
  {
    name: "128-bit arguments that find no two registers",
    ir: `
declare void @g(i64, i64, i64, i64, i64, i128)

define void @f(i128 %0) {
  tail call void @g(i64 1, i64 2, i64 3, i64 4, i64 5, i128 %0)
  ret void
}

define i128 @h(i64 %0, i64 %1, i64 %2, i64 %3, i64 %4, i128 %5, i64 %6) {
  ret i128 %5
}
`,
    lowered: `
declare void @g(i64, i64, i64, i64, i64, i128* byval(i128) align 16)
define void @f(i128 %$0) {
$1:
  %$t0 = alloca i128, align 16
  store i128 %$0, i128* %$t0, align 16
  call void @g(i64 1, i64 2, i64 3, i64 4, i64 5, i128* byval(i128) align 16 %$t0)
  ret void
}
define i128 @h(i64 %$0, i64 %$1, i64 %$2, i64 %$3, i64 %$4, i128* byval(i128) align 16 %$5.in, i64 %$6) {
$7:
  %$5 = load i128, i128* %$5.in, align 16
  ret i128 %$5
}
`,
  },
  {
    name: "128-bit arguments in functions that only this module calls",
    ir: `
define internal fastcc i128 @h(i64 %0, i64 %1, i64 %2, i64 %3, i64 %4, i128 %5) {
  ret i128 %5
}
`,
    lowered: `
define internal fastcc i128 @h(i64 %$0, i64 %$1, i64 %$2, i64 %$3, i64 %$4, i128 %$5) {
$6:
  ret i128 %$5
}
`,
  },
  {
    name: "variadic calls, calls through pointers, structs by value",
    ir: `
%struct.big = type { [4 x i64] }

declare i32 @printf(ptr noundef readonly captures(none), ...)

define void @f(ptr %0, ptr dead_on_unwind noalias writable sret(%struct.big) align 8 %1, ptr noundef byval(%struct.big) align 8 %2) {
  %4 = call signext i8 %0(ptr %1, i32 zeroext 3)
  %5 = call i32 (ptr, ...) @printf(ptr noundef %0, i8 %4)
  tail call void @take(ptr sret(%struct.big) align 8 %1)
  ret void
}

declare void @take(ptr sret(%struct.big) align 8)
`,
    lowered: `
%struct.big = type { [4 x i64] }
declare i32 @printf(i8*, ...)
define void @f(i8* %$0, %struct.big* sret(%struct.big) align 8 %$1.in, %struct.big* byval(%struct.big) align 8 %$2.in) {
$3:
  %$1 = bitcast %struct.big* %$1.in to i8*
  %$2 = bitcast %struct.big* %$2.in to i8*
  %$t0 = bitcast i8* %$0 to i8 (i8*, i32)*
  %$4 = call signext i8 %$t0(i8* %$1, i32 zeroext 3)
  %$5 = call i32 (i8*, ...) @printf(i8* %$0, i8 %$4)
  %$t1 = bitcast i8* %$1 to %struct.big*
  tail call void @take(%struct.big* sret(%struct.big) align 8 %$t1)
  ret void
}
declare void @take(%struct.big* sret(%struct.big) align 8)
`,
  },
  {
    name: "stack slots, moves of memory, variadic arguments",
    ir: `
define void @f(...) {
  %1 = alloca [24 x i8], align 16
  call void @llvm.lifetime.start.p0(ptr nonnull %1)
  call void @llvm.memset.p0.i64(ptr noundef nonnull align 16 dereferenceable(24) %1, i8 0, i64 24, i1 false)
  call void @llvm.va_start.p0(ptr nonnull %1)
  call void @llvm.va_end.p0(ptr nonnull %1)
  call void @llvm.lifetime.end.p0(ptr nonnull %1)
  ret void
}

declare void @llvm.lifetime.start.p0(ptr captures(none))
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg)
declare void @llvm.va_start.p0(ptr)
declare void @llvm.va_end.p0(ptr)
declare void @llvm.lifetime.end.p0(ptr captures(none))
`,
    lowered: `
define void @f(...) {
$0:
  %$t0 = alloca [24 x i8], align 16
  %$1 = bitcast [24 x i8]* %$t0 to i8*
  call void @llvm.lifetime.start.p0i8(i64 -1, i8* %$1)
  call void @llvm.memset.p0i8.i64(i8* align 16 %$1, i8 0, i64 24, i1 false)
  call void @llvm.va_start(i8* %$1)
  call void @llvm.va_end(i8* %$1)
  call void @llvm.lifetime.end.p0i8(i64 -1, i8* %$1)
  ret void
}
declare void @llvm.lifetime.start.p0i8(i64, i8*)
declare void @llvm.memset.p0i8.i64(i8*, i8, i64, i1)
declare void @llvm.va_start(i8*)
declare void @llvm.va_end(i8*)
declare void @llvm.lifetime.end.p0i8(i64, i8*)
`,
  },
  {
    name: "atomic operations, also of pointers",
    ir: `
define void @f(ptr %0, ptr %1) {
  %3 = atomicrmw xchg ptr %0, ptr %1 seq_cst, align 8
  %4 = atomicrmw add ptr %0, i64 1 syncscope("singlethread") monotonic, align 8
  %5 = cmpxchg weak ptr %0, ptr %3, ptr %1 acq_rel monotonic, align 8
  %6 = load atomic volatile i32, ptr %0 acquire, align 4
  store atomic ptr %1, ptr %0 release, align 8
  fence syncscope("singlethread") seq_cst
  ret void
}
`,
    lowered: `
define void @f(i8* %$0, i8* %$1) {
$2:
  %$t0 = bitcast i8* %$0 to i64*
  %$t1 = ptrtoint i8* %$1 to i64
  %$t2 = atomicrmw xchg i64* %$t0, i64 %$t1 seq_cst, align 8
  %$3 = inttoptr i64 %$t2 to i8*
  %$t3 = bitcast i8* %$0 to i64*
  %$4 = atomicrmw add i64* %$t3, i64 1 syncscope("singlethread") monotonic, align 8
  %$t4 = bitcast i8* %$0 to i8**
  %$5 = cmpxchg weak i8** %$t4, i8* %$3, i8* %$1 acq_rel monotonic, align 8
  %$t5 = bitcast i8* %$0 to i32*
  %$6 = load atomic volatile i32, i32* %$t5 acquire, align 4
  %$t6 = bitcast i8* %$0 to i8**
  store atomic i8* %$1, i8** %$t6 release, align 8
  fence syncscope("singlethread") seq_cst
  ret void
}
`,
  },
  {
    name: "assembly",
    ir: `
module asm ".globl thing"

define i64 @f(ptr %0) {
  call void asm sideeffect "movl $1, $0", "=*m,r,~{memory}"(ptr elementtype(i32) %0, i32 42) #0, !srcloc !0
  %2 = tail call { i64, i64 } asm "mulq $3", "={ax},={dx},{ax},rm"(i64 7, i64 9)
  %3 = extractvalue { i64, i64 } %2, 1
  ret i64 %3
}

attributes #0 = { nounwind }

!0 = !{i64 17}
`,
    lowered: `
module asm ".globl thing"
define i64 @f(i8* %$0) {
$1:
  %$t0 = bitcast i8* %$0 to i32*
  call void asm sideeffect "movl $1, $0", "=*m,r,~{memory}"(i32* %$t0, i32 42) #0, !srcloc !0
  %$2 = tail call { i64, i64 } asm "mulq $3", "={ax},={dx},{ax},rm"(i64 7, i64 9)
  %$3 = extractvalue { i64, i64 } %$2, 1
  ret i64 %$3
}
attributes #0 = { nounwind }
!0 = !{i64 17}
`,
  },
  {
    name: "addresses of labels",
    ir: `
@table = internal constant [2 x ptr] [ptr blockaddress(@f, %2), ptr blockaddress(@f, %3)], align 16

define i32 @f(i64 %0) {
  br label %2

2:                                                ; preds = %1, %3
  %4 = getelementptr inbounds nuw [8 x i8], ptr @table, i64 %0
  %5 = load ptr, ptr %4, align 8
  indirectbr ptr %5, [label %2, label %3]

3:                                                ; preds = %2
  ret i32 1
}
`,
    lowered: `
@table = internal constant [2 x i8*] [i8* blockaddress(@f, %$2), i8* blockaddress(@f, %$3)], align 16
define i32 @f(i64 %$0) {
$1:
  br label %$2

$2:
  %$t0 = getelementptr inbounds [8 x i8], [8 x i8]* bitcast ([2 x i8*]* @table to [8 x i8]*), i64 %$0
  %$4 = bitcast [8 x i8]* %$t0 to i8*
  %$t1 = bitcast i8* %$4 to i8**
  %$5 = load i8*, i8** %$t1, align 8
  indirectbr i8* %$5, [label %$2, label %$3]

$3:
  ret i32 1
}
`,
  },
  {
    name: "constructors, aliases, resolvers, module flags",
    ir: `
@llvm.global_ctors = appending global [1 x { i32, ptr, ptr }] [{ i32, ptr, ptr } { i32 65535, ptr @c, ptr null }]
@llvm.global_dtors = appending global [0 x { i32, ptr, ptr }] zeroinitializer
@a = weak alias i32 (), ptr @c
@i = ifunc i32 (), ptr @r

define void @c() {
  ret void
}

define ptr @r() {
  ret ptr null
}

!llvm.module.flags = !{!0, !1}
!llvm.errno.tbaa = !{!2}

!0 = !{i32 8, !"PIC Level", i32 2}
!1 = !{i32 7, !"uwtable", i32 2}
!2 = !{i32 0}
`,
    lowered: `
@llvm.global_ctors = appending global [1 x { i32, void ()*, i8* }] [{ i32, void ()*, i8* } { i32 65535, void ()* @c, i8* null }]
@a = weak alias i32 (), i32 ()* bitcast (void ()* @c to i32 ()*)
@i = ifunc i32 (), i32 ()* bitcast (i8* ()* @r to i32 ()*)
define void @c() {
$0:
  ret void
}
define i8* @r() {
$0:
  ret i8* null
}
!llvm.module.flags = !{!0, !1}
!0 = !{i32 7, !"PIC Level", i32 2}
!1 = !{i32 7, !"uwtable", i32 2}
!2 = !{i32 0}
`,
  },
  {
    name: "thread-local variables",
    ir: `
@t = internal thread_local(initialexec) global i32 0, align 4

define i32 @f() {
  %1 = tail call ptr @llvm.threadlocal.address.p0(ptr align 4 @t)
  %2 = load i32, ptr %1, align 4
  ret i32 %2
}

declare ptr @llvm.threadlocal.address.p0(ptr)
`,
    lowered: `
@t = internal thread_local(initialexec) global i32 0, align 4
define i32 @f() {
$0:
  %$1 = bitcast i8* bitcast (i32* @t to i8*) to i8*
  %$t0 = bitcast i8* %$1 to i32*
  %$2 = load i32, i32* %$t0, align 4
  ret i32 %$2
}
`,
  },
  {
    name: "comparisons of three results",
    ir: `
define i32 @f(i64 %0, i64 %1) {
  %3 = call i32 @llvm.ucmp.i32.i64(i64 %0, i64 %1)
  ret i32 %3
}

declare i32 @llvm.ucmp.i32.i64(i64, i64)
`,
    lowered: `
define i32 @f(i64 %$0, i64 %$1) {
$2:
  %$t0 = icmp ugt i64 %$0, %$1
  %$t1 = icmp ult i64 %$0, %$1
  %$t2 = zext i1 %$t0 to i32
  %$t3 = zext i1 %$t1 to i32
  %$3 = sub i32 %$t2, %$t3
  ret i32 %$3
}
`,
  },
  {
    name: "functions of the C library that LLVM 13 has no intrinsic for",
    ir: `
define double @f(double %0, <2 x float> %1) {
  %3 = call { double, double } @llvm.modf.f64(double %0)
  %4 = extractvalue { double, double } %3, 0
  %5 = call <2 x float> @llvm.tan.v2f32(<2 x float> %1)
  %6 = call double @llvm.ldexp.f64.i32(double %4, i32 3)
  ret double %6
}

declare { double, double } @llvm.modf.f64(double)
declare <2 x float> @llvm.tan.v2f32(<2 x float>)
declare double @llvm.ldexp.f64.i32(double, i32)
`,
    lowered: `
define double @f(double %$0, <2 x float> %$1) {
$2:
  %$t0 = alloca double
  %$t1 = call double @modf(double %$0, double* %$t0)
  %$t2 = load double, double* %$t0
  %$t3 = insertvalue { double, double } undef, double %$t1, 0
  %$3 = insertvalue { double, double } %$t3, double %$t2, 1
  %$4 = extractvalue { double, double } %$3, 0
  %$t4 = extractelement <2 x float> %$1, i32 0
  %$t5 = call float @tanf(float %$t4)
  %$t6 = insertelement <2 x float> undef, float %$t5, i32 0
  %$t7 = extractelement <2 x float> %$1, i32 1
  %$t8 = call float @tanf(float %$t7)
  %$5 = insertelement <2 x float> %$t6, float %$t8, i32 1
  %$6 = call double @ldexp(double %$4, i32 3)
  ret double %$6
}
declare double @modf(double, double*)
declare float @tanf(float)
declare double @ldexp(double, i32)
`,
  },
  {
    name: "minimum of numbers",
    ir: `
define float @f(float %0, float %1) {
  %3 = call float @llvm.minimumnum.f32(float %0, float %1)
  ret float %3
}

declare float @llvm.minimumnum.f32(float, float)
`,
    lowered: `
define float @f(float %$0, float %$1) {
$2:
  %$t0 = fcmp olt float %$0, %$1
  %$t1 = select i1 %$t0, float %$0, float %$1
  %$t2 = fcmp oeq float %$0, %$1
  %$t3 = bitcast float %$0 to i32
  %$t4 = bitcast float %$1 to i32
  %$t5 = or i32 %$t3, %$t4
  %$t6 = bitcast i32 %$t5 to float
  %$t7 = select i1 %$t2, float %$t6, float %$t1
  %$t8 = fcmp uno float %$0, %$0
  %$t9 = fcmp uno float %$1, %$1
  %$t10 = fadd float %$0, %$1
  %$t11 = select i1 %$t9, float %$t10, float %$1
  %$t12 = select i1 %$t9, float %$0, float %$t7
  %$3 = select i1 %$t8, float %$t11, float %$t12
  ret float %$3
}
`,
  },
  {
    name: "masked access, the first set element, repeated elements",
    ir: `
define <4 x i32> @f(ptr %0, <4 x i1> %1, <4 x ptr> %2) {
  %4 = call <4 x i32> @llvm.masked.load.v4i32.p0(ptr align 4 %0, <4 x i1> %1, <4 x i32> zeroinitializer)
  %5 = call <4 x i32> @llvm.masked.gather.v4i32.v4p0(<4 x ptr> align 4 %2, <4 x i1> %1, <4 x i32> poison)
  call void @llvm.masked.store.v4i32.p0(<4 x i32> %5, ptr align 4 %0, <4 x i1> %1)
  %6 = call i64 @llvm.experimental.cttz.elts.i64.v4i1(<4 x i1> %1, i1 false)
  %7 = add <4 x i32> %4, splat (i32 7)
  ret <4 x i32> %7
}

declare <4 x i32> @llvm.masked.load.v4i32.p0(ptr, <4 x i1>, <4 x i32>)
declare <4 x i32> @llvm.masked.gather.v4i32.v4p0(<4 x ptr>, <4 x i1>, <4 x i32>)
declare void @llvm.masked.store.v4i32.p0(<4 x i32>, ptr, <4 x i1>)
declare i64 @llvm.experimental.cttz.elts.i64.v4i1(<4 x i1>, i1)
`,
    lowered: `
define <4 x i32> @f(i8* %$0, <4 x i1> %$1, <4 x i8*> %$2) {
$3:
  %$t0 = bitcast i8* %$0 to <4 x i32>*
  %$4 = call <4 x i32> @llvm.masked.load.v4i32.p0v4i32(<4 x i32>* %$t0, i32 4, <4 x i1> %$1, <4 x i32> zeroinitializer)
  %$t1 = bitcast <4 x i8*> %$2 to <4 x i32*>
  %$5 = call <4 x i32> @llvm.masked.gather.v4i32.v4p0i32(<4 x i32*> %$t1, i32 4, <4 x i1> %$1, <4 x i32> poison)
  %$t2 = bitcast i8* %$0 to <4 x i32>*
  call void @llvm.masked.store.v4i32.p0v4i32(<4 x i32> %$5, <4 x i32>* %$t2, i32 4, <4 x i1> %$1)
  %$t3 = icmp ne <4 x i1> %$1, zeroinitializer
  %$t4 = bitcast <4 x i1> %$t3 to i4
  %$t5 = zext i4 %$t4 to i64
  %$t6 = or i64 %$t5, 16
  %$t7 = call i64 @llvm.cttz.i64(i64 %$t6, i1 true)
  %$6 = add i64 %$t7, 0
  %$7 = add <4 x i32> %$4, <i32 7, i32 7, i32 7, i32 7>
  ret <4 x i32> %$7
}
declare <4 x i32> @llvm.masked.load.v4i32.p0v4i32(<4 x i32>*, i32, <4 x i1>, <4 x i32>)
declare <4 x i32> @llvm.masked.gather.v4i32.v4p0i32(<4 x i32*>, i32, <4 x i1>, <4 x i32>)
declare void @llvm.masked.store.v4i32.p0v4i32(<4 x i32>, <4 x i32>*, i32, <4 x i1>)
declare i64 @llvm.cttz.i64(i64, i1)
`,
  },
  {
    name: "exceptions",
    ir: `
declare i32 @__gxx_personality_v0(...)
declare void @g(i32)
@type = external constant ptr

define void @f() personality ptr @__gxx_personality_v0 {
  invoke void @g(i32 1)
          to label %1 unwind label %2

1:                                                ; preds = %0
  ret void

2:                                                ; preds = %0
  %3 = landingpad { ptr, i32 }
          cleanup
          catch ptr @type
  %4 = extractvalue { ptr, i32 } %3, 0
  %5 = extractvalue { ptr, i32 } %3, 1
  %6 = call i32 @llvm.eh.typeid.for.p0(ptr @type)
  resume { ptr, i32 } %3
}

declare i32 @llvm.eh.typeid.for.p0(ptr)
`,
    lowered: `
declare i32 @__gxx_personality_v0(...)
declare void @g(i32)
@type = external constant i8*
define void @f() personality i8* bitcast (i32 (...)* @__gxx_personality_v0 to i8*) {
$0:
  invoke void @g(i32 1)
          to label %$1 unwind label %$2

$1:
  ret void

$2:
  %$3 = landingpad { i8*, i32 } cleanup catch i8* bitcast (i8** @type to i8*)
  %$4 = extractvalue { i8*, i32 } %$3, 0
  %$5 = extractvalue { i8*, i32 } %$3, 1
  %$6 = call i32 @llvm.eh.typeid.for(i8* bitcast (i8** @type to i8*))
  resume { i8*, i32 } %$3
}
declare i32 @llvm.eh.typeid.for(i8*)
`,
  },
  {
    name: "half precision, rounded after each operation",
    ir: `
define void @f(ptr %0) {
  %2 = load half, ptr %0, align 2
  %3 = fmul half %2, %2
  store half %3, ptr %0, align 2
  ret void
}
`,
    lowered: `
define void @f(i8* %$0) {
$1:
  %$t0 = bitcast i8* %$0 to half*
  %$2 = load half, half* %$t0, align 2
  %$t1 = fpext half %$2 to float
  %$t2 = fpext half %$2 to float
  %$t3 = fmul float %$t1, %$t2
  %$3 = fptrunc float %$t3 to half
  %$t4 = bitcast i8* %$0 to half*
  store half %$3, half* %$t4, align 2
  ret void
}
`,
  },
  {
    name: "half precision on AArch64, which has it",
    ir: `
target triple = "aarch64-unknown-linux-gnu"
define half @f(half %0) {
  %2 = fmul half %0, %0
  ret half %2
}
`,
    lowered: `
define half @f(half %$0) {
$1:
  %$2 = fmul half %$0, %$0
  ret half %$2
}
`,
  },
  {
    name: "exclusive access, whose size is that of a type",
    ir: `
target triple = "aarch64-unknown-linux-gnu"
define i64 @f(ptr %0) {
  %2 = call i64 @llvm.aarch64.ldxr.p0(ptr elementtype(i16) %0)
  %3 = call i32 @llvm.aarch64.stxr.p0(i64 %2, ptr elementtype(i16) %0)
  ret i64 %2
}

declare i64 @llvm.aarch64.ldxr.p0(ptr)
declare i32 @llvm.aarch64.stxr.p0(i64, ptr)
`,
    lowered: `
define i64 @f(i8* %$0) {
$1:
  %$t0 = bitcast i8* %$0 to i16*
  %$2 = call i64 @llvm.aarch64.ldxr.p0i16(i16* %$t0)
  %$t1 = bitcast i8* %$0 to i16*
  %$3 = call i32 @llvm.aarch64.stxr.p0i16(i64 %$2, i16* %$t1)
  ret i64 %$2
}
declare i64 @llvm.aarch64.ldxr.p0i16(i16*)
declare i32 @llvm.aarch64.stxr.p0i16(i64, i16*)
`,
  },
  {
    name: "names that look like ours",
    ir: `
define i32 @"a=b"(i32 %"$1", i32 %"0") {
"$b":
  %"$t0" = add i32 %"$1", %"0"
  ret i32 %"$t0"
}
`,
    lowered: `
define i32 @"a=b"(i32 %"$$1", i32 %"0") {
"$$b":
  %"$$t0" = add i32 %"$$1", %"0"
  ret i32 %"$$t0"
}
`,
  },
  {
    name: "comdats, sections, linkage",
    ir: `
$inline = comdat any
$only = comdat nodeduplicate

@inline = linkonce_odr hidden unnamed_addr constant [2 x i8] c"\\22\\00", section "x", comdat, align 1
@only = global i32 0, comdat, align 4, !absolute_symbol !0
@weak = extern_weak dso_local global i32, align 4

define weak_odr protected void @f() unnamed_addr section "hot" comdat($inline) align 32 {
  unreachable
}

!0 = !{ptr @only}
`,
    lowered: `
$inline = comdat any
$only = comdat noduplicates
@inline = linkonce_odr hidden unnamed_addr constant [2 x i8] c"\\22\\00", section "x", comdat, align 1
@only = global i32 0, comdat, align 4
@weak = extern_weak dso_local global i32, align 4
define weak_odr protected void @f() unnamed_addr section "hot" comdat($inline) align 32 {
$0:
  unreachable
}
!0 = !{i8* bitcast (i32* @only to i8*)}
`,
  },
  {
    name: "processors and features",
    ir: `
define void @f() #0 {
  ret void
}

attributes #0 = { "target-cpu"="znver5" "target-features"="+avx10.1,+cx8,+sse2,-evex512" "tune-cpu"="generic" }
`,
    lowered: `
define void @f() #0 {
$0:
  ret void
}
attributes #0 = { "target-cpu"="znver3" "target-features"="+cx8,+sse2" "tune-cpu"="generic" }
`,
  },
];
