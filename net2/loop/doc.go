// Package loop is Node's event loop: one goroutine runs every callback, one after another, and
// Run returns when nothing is left that could bring about another one.
//
// A program sets things up, as the main script of a Node program does, and calls Run:
//
//	func main() {
//		loop.SetTimeout(time.Second, func() { fmt.Println("a second later") })
//		loop.Run()
//	}
//
// # A turn
//
// The loop goes through these phases again and again.
//
//	timers   timeouts and intervals that are due      SetTimeout, SetInterval
//	posted   what goroutines handed over              Post, Work, OnSignal
//	pending  what ended without waiting               Pending, before and after what is posted
//	check    immediates set before this phase began   SetImmediate
//	flush    output that the turn has gathered        Flush
//	closing  'close' callbacks                        Closing
//
// After every callback come all ticks (NextTick), then all microtasks (QueueMicrotask), until
// neither is left. Before it takes what is posted the loop waits, unless some phase has work; it waits
// on a channel, so that testing/synctest can drive it with fake time.
//
// # What keeps a loop alive
//
// Timers and immediates that are ref'd, as they are from the start; handles that are started
// and ref'd; requests between BeginRequest and EndRequest; and everything queued by Post,
// Pending, Flush and Closing. A signal listener does not, unless it is ref'd.
//
// # Goroutines
//
// Post, Stop, Running and Check may be called from any goroutine. All else belongs to the
// goroutine that runs the loop, or that will, as long as the loop does not run. With
// NODENET_DEBUG=1 in the environment a call from another goroutine panics.
//
// In a synctest bubble make the loop inside the bubble, and leave OnSignal out: signals arrive
// from outside.
//
// # Panics
//
// A panic in a callback is Node's uncaught exception: it leaves Run, or goes to the handler set
// by OnUncaught.
package loop
