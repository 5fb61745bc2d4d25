// Command framing turns the stream of bytes into messages, in two ways: by a
// delimiter, the line break, and by a length in front. It answers each message
// in capitals, framed the same way. It teaches that chunks are not messages,
// that bufio.SplitFunc fits a data listener, and that every message needs a
// limit. The cutting itself is in package frames.
//
//	go run ./examples/framing -frame lines -port 3002      then: telnet 127.0.0.1 3002
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// framing is a way to mark where a message ends: how to cut, and how to write.
type framing struct {
	split func(limit int) bufio.SplitFunc
	frame func(message []byte) []byte
}

var framings = map[string]framing{
	"lines":  {frames.Lines, func(message []byte) []byte { return append(message, '\n') }},
	"length": {frames.LengthPrefixed, frames.WithLength},
}

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 3002, "port to listen on; 0 picks one")
	kind := flag.String("frame", "lines", "how messages are framed: lines or length")
	limit := flag.Int("limit", 64<<10, "bytes that a message may have")
	flag.Parse()
	framing, ok := framings[*kind]
	if !ok {
		fmt.Fprintln(os.Stderr, "-frame must be lines or length, not", *kind)
		os.Exit(2)
	}

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket, framing, *limit)
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Framing server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			letGo(socket)
		}
	})
	loop.Run()
}

// serve answers the messages of one client.
func serve(socket *net2.Socket, framing framing, limit int) {
	input := frames.New(framing.split(limit))
	answer := func(message []byte) {
		fmt.Printf("Message of %d bytes: %.40q\n", len(message), message)
		if !socket.Write(framing.frame(bytes.ToUpper(message))) {
			socket.Pause() // a client that does not read its answers is not read either
		}
	}
	socket.OnDrain(func() { socket.Resume() })
	socket.OnData(func(chunk []byte) {
		for message := range input.Feed(chunk) {
			answer(message)
		}
		if err := input.Err(); err != nil {
			fmt.Println("Refused:", err)
			letGo(socket, framing.frame([]byte("ERROR: "+err.Error())))
		}
	})
	socket.OnEnd(func() {
		for message := range input.End() {
			answer(message)
		}
		if input.Err() == io.ErrUnexpectedEOF {
			fmt.Println("The client ended within a message")
		}
	})
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
}

// letGo says the last words and ends. What the client still sends is dropped:
// a close with unread bytes would be a reset, and might take the last words
// with it. A client that has not closed its side a second later is cut off.
func letGo(socket *net2.Socket, lastWords ...any) {
	socket.RemoveAllListeners("data").Resume()
	socket.End(lastWords...)
	loop.SetTimeout(time.Second, func() { socket.Destroy() }).Unref()
}
