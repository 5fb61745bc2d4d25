// Package transcript holds Go programs to what Node prints.
//
// A scenario is a small program written twice: NAME.js runs on Node, NAME_test.go on this module. Each logs one line per
// event, on a track per actor. What Node printed is committed as NAME.golden, and the Go half must print the same:
//
//	func TestPauseOnConnect(t *testing.T) {
//		transcript.Run(t, "pause_on_connect", func(x *transcript.T) {
//			server := x.Track("server")
//			x.Loop.SetTimeout(time.Millisecond, func() { server("timeout") })
//		})
//	}
//
// The body is the main script. Run then runs the scenario's loop until nothing keeps it alive, ends a scenario that
// hangs, and checks that no goroutine is left. The order of lines within a track is exact; tracks are not ordered among
// themselves, for two ends of a connection have no common order.
//
// The environment variable NODENET_GOLDEN asks for node: "record" runs NAME.js until twenty runs agree and writes
// NAME.golden; "compare" runs it once and holds its output against NAME.golden before the Go half is compared, and skips
// where node is missing.
//
// Values print alike on both sides: strings and numbers and booleans plainly, an empty string as "", nil as null, line
// breaks as \n and \r, a []byte as its text (as 0x and hex digits when it is not UTF-8), a coded error as `CODE message`,
// any other error as its message. Anything else is a mistake of the scenario: log its parts.
package transcript
