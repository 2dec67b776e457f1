#if LineEditing
    @preconcurrency import CReadline
    import Frontdesk
    import FrontdeskDialogue
    import Glibc

    /// Lines that are edited with GNU readline: history, completion, and text from elsewhere above the draft.
    @MainActor
    final class Readline: LineEditing {
        /// What readline's callbacks, which carry no context, share with this class.
        private struct Shared {
            var finished: LineEvent?
            var completions: [String] = []
            var matches: [String] = []
        }

        nonisolated private static let shared = Locked(Shared())

        private let history: String

        /// - Parameter history: The file that keeps lines from one chat to the next.
        init(history: String) {
            self.history = history
            rl_readline_name = UnsafePointer(strdup("frontdesk"))
            rl_catch_signals = 1
            using_history()
            stifle_history(1000)
            read_history(history)
            rl_completer_word_break_characters = UnsafePointer(strdup(""))
            rl_attempted_completion_function = { word, _, _ in
                rl_attempted_completion_over = 1
                guard let word else { return nil }
                let typed = String(cString: word).lowercased()
                let isKnown = Readline.shared.withLock { shared in
                    shared.matches = shared.completions.filter { $0.lowercased().hasPrefix(typed) }
                    return !shared.matches.isEmpty
                }
                guard isKnown else { return nil }
                return rl_completion_matches(word) { _, state in
                    let match = Readline.shared.withLock { shared in
                        shared.matches.indices.contains(Int(state)) ? shared.matches[Int(state)] : nil
                    }
                    return match.flatMap { strdup($0) }
                }
            }
        }

        func prompt(_ text: String) {
            Self.shared.withLock { $0.finished = nil }
            rl_callback_handler_install(text) { line in
                let event: LineEvent = line.map { .line(String(cString: $0)) } ?? .end
                if let line {
                    // The history is a file: what the store must not keep, it does not keep either.
                    if line.pointee != 0 { add_history(Redaction.mask(String(cString: line)).text) }
                    free(line)
                }
                rl_callback_handler_remove()
                Readline.shared.withLock { $0.finished = event }
            }
        }

        private var finished: LineEvent? { Self.shared.withLock { $0.finished } }

        func wait(milliseconds: Int32) -> LineEvent {
            var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            while finished == nil {
                let ready = poll(&descriptor, 1, milliseconds)
                if ready < 0, errno == EINTR {
                    rl_resize_terminal()
                    continue
                }
                guard ready > 0 else { return .nothing }
                rl_callback_read_char()
            }
            return finished ?? .nothing
        }

        func show(_ text: String) {
            guard finished == nil, rl_readline_state & UInt(RL_STATE_CALLBACK) != 0 else {
                Terminal.write(text)
                return
            }
            rl_clear_visible_line()
            fflush(rl_outstream)
            Terminal.write(text)
            rl_forced_update_display()
        }

        func complete(_ words: [String]) {
            Self.shared.withLock { $0.completions = words }
        }

        func close() {
            rl_callback_handler_remove()
            // Nobody else can read it, not even while it is being written.
            let others = umask(0o077)
            write_history(history)
            umask(others)
            chmod(history, 0o600)
        }
    }
#endif
