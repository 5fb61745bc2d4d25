// Command step3 is the third step of the walkthrough: the same server, made of
// a Server and a Client class. It teaches what a class of JavaScript becomes:
// a struct, a constructor and methods, of which a method value such as
// server.onClientConnected keeps its `this` by itself.
//
//	go run ./examples/walkthrough/step3 -port 5000      then: telnet 127.0.0.1 5000
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
