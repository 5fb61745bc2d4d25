// Command client says "Hello Server" and ends its side in one go, then prints
// what the server has to say. It teaches that end is not the end: the other
// direction stays open until the server ends it too.
//
//	go run ./examples/hello/client -port 3000
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address of the server")
	port := flag.Int("port", 3000, "port of the server")
	flag.Parse()

	// region client
	socket := net2.CreateConnection(*port, *host)
	socket.OnConnect(func() { fmt.Println("Connected to the server") })
	socket.End("Hello Server") // waits for the connection by itself

	socket.OnData(func(data []byte) { fmt.Printf("Server said: %s\n", data) })
	socket.OnEnd(func() { fmt.Println("Disconnected") })
	socket.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Client error:", err)
		os.Exit(1)
	})
	// endregion
	loop.Run()
}
