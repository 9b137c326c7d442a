import CLanes

/// The vector instructions that batches run on.
public enum InstructionSet {
    /// `AVX-512`, `AVX2` or `portable`.
    public static var name: String { String(cString: osteon_instruction_set()) }
}
