/**
 * What becomes of each attribute on the way from LLVM 22 to LLVM 13, and why that keeps the meaning of the program. An
 * attribute that is not here is an error: nobody has thought about it.
 * Spec: https://llvm.org/docs/LangRef.html#parameter-attributes, https://releases.llvm.org/13.0.0/docs/LangRef.html
 */

export type AttributeRule =
  | { readonly action: "keep" }
  | { readonly action: "drop"; readonly reason: string }
  | { readonly action: "map"; readonly to: string; readonly reason: string }
  | { readonly action: "refuse"; readonly reason: string };

const KEEP: AttributeRule = { action: "keep" };
const PROMISE: AttributeRule = {
  action: "drop",
  reason: "a promise to the optimizer, which clang 22 has made use of already; without it the code is only less free",
};
const ADVICE: AttributeRule = { action: "drop", reason: "advice to passes that do not run any more" };
const SANITIZER: AttributeRule = {
  action: "drop",
  reason: "clang 22 has instrumented the code already; code generation does not look at it",
};

function rules(names: string, rule: AttributeRule): [string, AttributeRule][] {
  return names.split(/\s+/).map((name) => [name, rule]);
}

/** Attributes by keyword. */
export const ATTRIBUTE_RULES: ReadonlyMap<string, AttributeRule> = new Map([
  // How values are passed.
  ...rules("zeroext signext inreg nest sret byval byref inalloca preallocated align alignstack", KEEP),
  // What calls and frames look like.
  ...rules("nounwind noreturn returns_twice naked nobuiltin builtin noredzone ssp sspreq sspstrong strictfp", KEEP),
  ...rules(
    "convergent noduplicate nomerge null_pointer_is_valid nocf_check noimplicitfloat safestack shadowcallstack",
    KEEP,
  ),
  ...rules(
    "optnone noinline optsize minsize cold hot jumptable nonlazybind speculative_load_hardening alwaysinline inlinehint",
    KEEP,
  ),
  [
    "uwtable",
    {
      action: "map",
      to: "uwtable",
      reason: "LLVM 13 knows one kind of unwind table, which serves both `sync` and `async`",
    },
  ],
  ["elementtype", { action: "drop", reason: "the type moves into the pointer, where LLVM 13 reads it" }],
  ...rules(
    "noundef nonnull dereferenceable dereferenceable_or_null noalias returned immarg range nofpclass initializes",
    PROMISE,
  ),
  ...rules(
    "captures nocapture readonly readnone writeonly writable dead_on_return dead_on_unwind noext nofree",
    PROMISE,
  ),
  ...rules(
    "memory mustprogress willreturn nosync norecurse nocallback nocreateundeforpoison speculatable argmemonly",
    PROMISE,
  ),
  ...rules(
    "allocsize allockind allocptr allocalign vscale_range nodivergencesource fn_ret_thunk_extern noprofile skipprofile",
    ADVICE,
  ),
  ...rules("optdebug hybrid_patchable nooutline optforfuzzing disable_sanitizer_instrumentation noipa flatten", ADVICE),
  ...rules(
    "sanitize_address sanitize_memory sanitize_thread sanitize_hwaddress sanitize_memtag nosanitize_bounds nosanitize_coverage",
    SANITIZER,
  ),
  ...rules(
    "sanitize_type sanitize_realtime sanitize_realtime_blocking sanitize_numerical_stability sanitize_alloc_token",
    SANITIZER,
  ),
  ["presplitcoroutine", { action: "refuse", reason: "coroutines" }],
  ["swiftself", { action: "refuse", reason: "the calling convention of Swift" }],
  ["swifterror", { action: "refuse", reason: "the calling convention of Swift" }],
  ["swiftasync", { action: "refuse", reason: "the calling convention of Swift" }],
]);

const STRING_ADVICE: AttributeRule = { action: "drop", reason: "LLVM 13's code generation does not read it" };

/** Attributes in quotation marks, by their text without them. */
export const STRING_RULES: ReadonlyMap<string, AttributeRule> = new Map([
  ...rules(
    "target-features stack-protector-buffer-size no-trapping-math no-builtins probe-stack stack-probe-size",
    KEEP,
  ),
  ...rules(
    "frame-pointer denormal-fp-math denormal-fp-math-f32 stackrealign patchable-function patchable-function-entry",
    KEEP,
  ),
  ...rules(
    "patchable-function-prefix no-stack-arg-probe branch-target-enforcement sign-return-address sign-return-address-key",
    KEEP,
  ),
  ...rules(
    "use-soft-float thunk disable-tail-calls no-inline-line-tables warn-stack-size no-jump-tables fentry-call",
    KEEP,
  ),
  ...rules(
    "instrument-function-entry instrument-function-exit indirect-tls-seg-refs trap-func-name no-realign-stack",
    KEEP,
  ),
  ...rules(
    "prefer-vector-width min-legal-vector-width implicit-section-name bss-section data-section rodata-section",
    KEEP,
  ),
  ...rules("relro-section target-cpu tune-cpu reciprocal-estimates no-infs-fp-math no-nans-fp-math", KEEP),
  ...rules("no-signed-zeros-fp-math approx-func-fp-math unsafe-fp-math less-precise-fpmad fp-contract", KEEP),
  ...rules(
    "alloc-family alloc-variant-zeroed loader-replaceable aarch64_pstate_sm_compatible ptrauth-returns",
    STRING_ADVICE,
  ),
  ...rules(
    "uniform-work-group-size fmv-features function-inline-cost function-inline-cost-multiplier inline-remark memprof",
    STRING_ADVICE,
  ),
  ...rules(
    "llvm.assume sample-profile-suffix-elision-policy use-sample-profile call-inline-cost correctly-rounded-divide-sqrt-fp-math",
    STRING_ADVICE,
  ),
  ...rules("zero-call-used-regs guard-stack no-frame-pointer-elim exclude-from-inline bti-at-return-twice", {
    action: "refuse",
    reason: "LLVM 13 cannot do what it asks for",
  }),
]);

/** Values of `"frame-pointer"` that LLVM 13 does not know. */
export const FRAME_POINTERS: ReadonlyMap<string, string> = new Map([
  ["non-leaf-no-reserve", "non-leaf"],
  ["reserved", "none"],
]);

const DEBUG: AttributeRule = { action: "drop", reason: "debug information, which this compiler does not write yet" };

/** Metadata at instructions, by kind. What is kept means the same to LLVM 13. */
export const ATTACHMENT_RULES: ReadonlyMap<string, AttributeRule> = new Map([
  ...rules("tbaa prof noalias alias.scope srcloc unpredictable nontemporal", KEEP),
  ...rules("range nonnull noundef align dereferenceable dereferenceable_or_null nofpclass captures", {
    action: "drop",
    reason: "a broken promise is a value without meaning to LLVM 22, and undefined behaviour to LLVM 13",
  }),
  ...rules("fpmath invariant.load invariant.group absolute_symbol noalias.addrspace nofree", PROMISE),
  ...rules("llvm.loop llvm.access.group llvm.mem.parallel_loop_access tbaa.struct callees callback", ADVICE),
  ...rules("make.implicit mmra annotation heapallocsite memprof callsite alloc_token inline_history", ADVICE),
  ...rules("llvm.preserve.access.index pcsections coro.outside.frame implicit.ref DXAssignments", ADVICE),
  ...rules("nosanitize kcfi_type type vcall_visibility section_prefix exclude guid unique_id", ADVICE),
  ...rules("dbg DIAssignID heapallocsite", DEBUG),
  ["func_sanitize", { action: "refuse", reason: "sanitizers need a library that is not there" }],
]);

/** Module flags that LLVM 13 must not see, or must not see lost. All others it reads as LLVM 22 does, or not at all. */
export const FLAG_RULES: ReadonlyMap<string, AttributeRule> = new Map([
  ...rules("kcfi kcfi-offset ptrauth-elf-got ptrauth-sign-personality guarded-control-stack cfguardv2", {
    action: "refuse",
    reason: "LLVM 13 cannot do what it asks for",
  }),
]);

/** Attributes that LLVM 13 wants with a value, and LLVM 22 writes without. */
export const VALUED_STRINGS: ReadonlySet<string> = new Set(["branch-target-enforcement"]);

/** Named metadata that stays: what code generation reads. */
export const KEPT_METADATA: ReadonlySet<string> = new Set([
  "!llvm.module.flags",
  "!llvm.ident",
  "!llvm.linker.options",
  "!llvm.dependent-libraries",
]);
