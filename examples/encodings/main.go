// Command encodings shows the bytes that clients send as text in several ways.
// It teaches that a chunk is bytes and may end within a character; that after
// SetEncoding a socket gives strings, and keeps half a character until its
// other half comes; and how text becomes bytes again.
//
//	go run ./examples/encodings -port 8081                     bytes, and what they are as hex, utf8 and base64
//	go run ./examples/encodings -port 8081 -encoding utf8      strings
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8081, "port to listen on; 0 picks one")
	encoding := flag.String("encoding", "", "what SetEncoding gets: utf8, hex, base64, latin1, utf16le, …; empty: bytes")
	flag.Parse()
	if *encoding != "" && !stream.IsEncoding(*encoding) {
		fmt.Fprintln(os.Stderr, "Unknown encoding:", *encoding) // SetEncoding would panic
		os.Exit(2)
	}

	clients := map[*net2.Socket]bool{}
	server := net2.CreateServer(func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
		socket.OnEnd(func() { fmt.Println("Client disconnected") })
		greet(socket)
		if *encoding == "" {
			showBytes(socket)
		} else {
			showText(socket, *encoding)
		}
	})
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Encodings server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			socket.End()
		}
	})
	loop.Run()
}

// greet writes the same line three times: a string is utf8 unless said otherwise.
func greet(socket *net2.Socket) {
	socket.Write("Grüß dich\n")
	socket.WriteEncoded("4772c3bcc39f20646963680a", "hex")
	socket.WriteEncoded("R3LDvMOfIGRpY2gK", "base64")
}

// showBytes takes the chunks as they are. A character that lies across two of
// them comes out as two replacement characters.
func showBytes(socket *net2.Socket) {
	socket.OnData(func(buffer []byte) {
		fmt.Println("Buffer length:", len(buffer))
		fmt.Println("Hex:", stream.Decode(buffer, "hex"))
		fmt.Println("UTF-8:", stream.Decode(buffer, "utf8"))
		fmt.Println("Base64:", stream.Decode(buffer, "base64"))
	})
}

// showText lets the socket decode. From SetEncoding on all data listeners get text.
func showText(socket *net2.Socket, encoding string) {
	socket.SetEncoding(encoding)
	socket.OnString(func(text string) { fmt.Println("Received:", text) })
}
