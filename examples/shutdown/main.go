// Command shutdown takes as long for a request as it says (a line with
// milliseconds), and closes gracefully on Ctrl-C or SIGTERM. It teaches the
// steps: accept nobody any more; let go at once who waits for nothing, and the
// others when they have their answer; and a deadline for those who would hold
// it up for ever.
//
//	go run ./examples/shutdown -port 8087 -grace 10s      then: telnet 127.0.0.1 8087, and ask for 5000
package main

import (
	"flag"
	"fmt"
	"os"
	"syscall"
	"time"

	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8087, "port to listen on; 0 picks one")
	grace := flag.Duration("grace", 10*time.Second, "how long to wait for clients when closing")
	flag.Parse()

	server := NewServer()
	server.Start(*port, *host)
	onceSignalled(func() { server.Shutdown(*grace) })
	loop.Run()

	// Nothing keeps the loop alive: every connection has ended, one way or the other.
	if server.CutOff > 0 {
		fmt.Println("Closed,", server.CutOff, "cut off")
		os.Exit(1)
	}
	fmt.Println("Closed, nobody was cut off")
}

// onceSignalled calls fn for the first signal. The next one kills, as it would without us.
func onceSignalled(fn func()) {
	var signals []*loop.Signal
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		signals = append(signals, loop.OnSignal(s, func() {
			for _, signal := range signals {
				signal.Close()
			}
			fn()
		}))
	}
}
