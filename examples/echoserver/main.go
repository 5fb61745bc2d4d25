// Command echoserver is the echo server as a class: it knows its clients,
// greets them with their number, echoes with a timestamp, and tells all of
// them now and then how long it has been up. It teaches how a JavaScript class
// becomes a struct with methods, a Set a map, and setInterval what it is.
//
//	go run ./examples/echoserver -port 8080      then: telnet 127.0.0.1 8080
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8080, "port to listen on; 0 picks one")
	every := flag.Duration("every", 30*time.Second, "time between two broadcasts")
	flag.Parse()

	// region uptime
	started := time.Now()
	server := NewEchoServer(*host, *port)
	server.Start()
	broadcasts := loop.SetInterval(*every, func() {
		server.Broadcast(fmt.Sprintf("Server uptime: %.3fs", time.Since(started).Seconds()))
	})
	// endregion

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		loop.ClearInterval(broadcasts)
		server.Stop()
	})
	loop.Run()
}
