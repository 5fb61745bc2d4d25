// Command client talks to the echo server: it sends a line, thanks for the
// answer and half-closes a second later.
//
//	go run ./examples/echo/client -port 3000
package main

import (
	"flag"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address of the server")
	port := flag.Int("port", 3000, "port of the server")
	flag.Parse()

	client := net2.NewSocket(net2.SocketOptions{})
	client.Connect(*port, *host, func() {
		fmt.Printf("Connected to TCP server on %s:%d\n", *host, *port)
		client.Write("Hello Server, are you there?")
	})
	thank := sync.OnceFunc(func() {
		client.Write("Thanks for echoing!")
		loop.SetTimeout(time.Second, func() { client.End() })
	})
	client.OnData(func(data []byte) {
		fmt.Printf("Received from server: %s\n", data)
		thank()
	})
	client.OnEnd(func() { fmt.Println("Disconnected from server.") })
	client.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Client error:", err)
		os.Exit(1)
	})
	client.OnClose(func(bool) { fmt.Println("Client socket closed.") })
	loop.Run()
}
