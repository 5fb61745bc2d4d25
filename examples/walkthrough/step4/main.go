// Command step4 is the last step of the walkthrough: what one client says, all
// the others hear. It teaches broadcasting, and what it asks for: whole lines,
// however they came, and an eye on those who do not read.
//
//	go run ./examples/walkthrough/step4 -port 5000      then: telnet 127.0.0.1 5000, twice
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2/loop"
)

func main() {
	address := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 5000, "port to listen on; 0 picks one")
	flag.Parse()

	server := NewServer(*port, *address)
	server.Start(func() { fmt.Println("Server started at:", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Stop()
	})
	loop.Run()
}
