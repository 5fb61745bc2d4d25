// Command halfopen sorts the lines that a client sends, and answers when it
// has them all. It teaches that a connection is two streams: the client ends
// its side to say "that was all", and with AllowHalfOpen the server can still
// answer, however long that takes, until it ends its own.
//
//	go run ./examples/halfopen -port 8083                       then: sort-this | nc -N 127.0.0.1 8083
//	go run ./examples/halfopen -port 8083 -half-open=false      Node's default: the answer comes too late
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// maxInput is how many bytes a client may want sorted.
const maxInput = 16 << 20

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8083, "port to listen on; 0 picks one")
	halfOpen := flag.Bool("half-open", true, "keep our side open when the client has ended its own")
	flag.Parse()

	clients := map[*net2.Socket]bool{}
	// region server
	server := net2.NewServer(net2.ServerOptions{AllowHalfOpen: *halfOpen}, func(socket *net2.Socket) {
		clients[socket] = true
		socket.OnClose(func(bool) { delete(clients, socket) })
		serve(socket)
	})
	// endregion
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Sorting server listening on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		for socket := range clients {
			if socket.Readable() { // one that has ended gets its answer yet
				socket.Destroy()
			}
		}
	})
	loop.Run()
}

// serve collects what the client says and answers at its end.
func serve(socket *net2.Socket) {
	fmt.Println("connection")
	var input []byte
	socket.OnData(func(data []byte) {
		input = append(input, data...)
		if len(input) > maxInput {
			socket.Destroy(fmt.Errorf("more than %d bytes to sort", maxInput))
		}
	})
	socket.OnEnd(func() {
		fmt.Printf("end: %d bytes, socket is %s\n", len(input), socket.ReadyState())
		var sorted []byte
		loop.Work(func() { sorted = sortLines(input) }, func() {
			fmt.Println("answer: socket is", socket.ReadyState())
			socket.Write(sorted, func(err error) {
				if err != nil {
					fmt.Println("answer lost:", net2.Code(err))
				}
			})
			socket.End() // half open means that nobody does it for us
		})
	})
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	socket.OnClose(func(hadError bool) { fmt.Println("close, had error:", hadError) })
}

// sortLines blocks, and so is for Work.
func sortLines(input []byte) []byte {
	lines := slices.Collect(bytes.Lines(input))
	if last := len(lines) - 1; last >= 0 && !bytes.HasSuffix(lines[last], []byte("\n")) {
		lines[last] = append(lines[last], '\n')
	}
	slices.SortFunc(lines, bytes.Compare)
	return bytes.Join(lines, nil)
}
