#if LineEditing
    @preconcurrency import CReadline
    import Glibc

    /// Lines that are edited with GNU readline: history, completion, and text from elsewhere above the draft.
    @MainActor
    final class Readline: LineEditing {
        private static var finished: LineEvent?
        private static var completions: [String] = []
        private static var matches: [String] = []

        private let history: String

        /// - Parameter history: The file that keeps lines from one chat to the next.
        init(history: String) {
            self.history = history
            rl_readline_name = UnsafePointer(strdup("frontdesk"))
            rl_catch_signals = 1
            using_history()
            stifle_history(1000)
            read_history(history)
            rl_attempted_completion_function = { word, start, _ in
                rl_attempted_completion_over = 1
                guard start == 0, let word else { return nil }
                let typed = String(cString: word)
                return MainActor.assumeIsolated { Readline.completions(for: typed) }
            }
        }

        func prompt(_ text: String) {
            Self.finished = nil
            rl_callback_handler_install(text) { line in
                let event: LineEvent = line.map { .line(String(cString: $0)) } ?? .end
                if let line {
                    if line.pointee != 0 { add_history(line) }
                    free(line)
                }
                rl_callback_handler_remove()
                MainActor.assumeIsolated { Readline.finished = event }
            }
        }

        func wait(milliseconds: Int32) -> LineEvent {
            var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            while Self.finished == nil {
                let ready = poll(&descriptor, 1, milliseconds)
                if ready < 0, errno == EINTR {
                    rl_resize_terminal()
                    continue
                }
                guard ready > 0 else { return .nothing }
                rl_callback_read_char()
            }
            defer { Self.finished = nil }
            return Self.finished ?? .nothing
        }

        func show(_ text: String) {
            guard Self.finished == nil else {
                Terminal.write(text)
                return
            }
            rl_clear_visible_line()
            Terminal.write(text)
            rl_forced_update_display()
        }

        func complete(_ words: [String]) {
            Self.completions = words
        }

        func close() {
            rl_callback_handler_remove()
            write_history(history)
            chmod(history, 0o600)
        }

        /// The completions of a word in the form readline frees: a list of C strings.
        private static func completions(for typed: String) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
            matches = completions.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
            guard !matches.isEmpty else { return nil }
            return rl_completion_matches(typed) { _, state in
                MainActor.assumeIsolated {
                    let index = Int(state)
                    return Readline.matches.indices.contains(index) ? strdup(Readline.matches[index]) : nil
                }
            }
        }
    }
#endif
