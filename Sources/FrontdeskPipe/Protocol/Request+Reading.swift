extension Request {
    /// Reads one line as the pipe does.
    ///
    /// - Parameters:
    ///   - bytes: The line without its end.
    ///   - number: Its number, from 1.
    /// - Returns: nil for a line of nothing but spaces.
    package static func reading(_ bytes: [UInt8], line number: Int) throws(RequestError) -> Request? {
        do { return try RequestReader.read(bytes, line: number) } catch { throw error.error }
    }
}
