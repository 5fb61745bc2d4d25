// Command jsonrpc answers JSON messages, one a line. It teaches framing by
// hand: bytes are kept until a line is complete, for one chunk may hold half a
// message or three. Package frames in examples/framing does the same for any
// protocol.
//
//	go run ./examples/jsonrpc -port 3001      then: go run ./examples/jsonrpc/client -port 3001
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// maxLine is how many bytes a message may have, or one client could fill the memory.
const maxLine = 64 << 10

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 3001, "port to listen on; 0 picks one")
	flag.Parse()

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("JSON TCP server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			letGo(socket)
		}
	})
	loop.Run()
}

// serve answers the messages of one client.
func serve(socket *net2.Socket) {
	fmt.Printf("Client connected for JSON protocol: %s:%d\n", socket.RemoteAddress(), socket.RemotePort())

	var received []byte // may end in the middle of a message, and of a character
	socket.OnData(func(data []byte) {
		received = append(received, data...)
		for {
			message, rest, complete := bytes.Cut(received, []byte("\n"))
			if len(message) > maxLine {
				received = nil
				letGo(socket, failure("Message too long").line())
				return
			}
			if !complete {
				return
			}
			received = rest
			if !socket.Write(answer(message).line()) {
				socket.Pause() // a client that does not read its answers is not read either
			}
		}
	})
	socket.OnDrain(func() { socket.Resume() })

	socket.OnEnd(func() { fmt.Println("JSON client disconnected.") })
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "JSON socket error:", err) })
}

// letGo says the last words and ends. What the client still sends is dropped:
// a close with unread bytes would be a reset, and might take the last words
// with it. A client that has not closed its side a second later is cut off.
func letGo(socket *net2.Socket, lastWords ...any) {
	socket.RemoveAllListeners("data").Resume()
	socket.End(lastWords...)
	loop.SetTimeout(time.Second, func() { socket.Destroy() }).Unref()
}
