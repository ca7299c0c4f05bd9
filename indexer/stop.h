#pragma once

namespace depeche {

/// Makes the process what a batch job needs: variables by which the environment would change Xapian's
/// behaviour are removed; a closed pipe and a file size limit become errors of the write; SIGINT and SIGTERM
/// ask the run to stop. A second signal, or four seconds without an end, ends the process at once with 128 +
/// the signal; the next run removes what such an end leaves. Call once, before any thread is started.
void prepare_process();

/// The signal that asked to stop: SIGINT, SIGTERM; 0 if none did. Thread-safe.
int stop_signal();

/// Throws Error (kInterrupted, kTerminated) if a signal asked to stop.
void throw_if_stopped();

/// From here on a signal no longer stops the run. Call where the run publishes, and ask stop_signal() once
/// more behind it: what came before is seen there.
void disregard_stop_signals();

}  // namespace depeche
