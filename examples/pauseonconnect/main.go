// Command pauseonconnect is a waiting room: it echoes for -seats clients at a
// time, and the others wait for one of them to leave. It teaches that with
// PauseOnConnect a connection is there, but nothing of what the client sends
// is read before Resume; and that MaxConnections turns away who is too many.
//
//	go run ./examples/pauseonconnect -port 8084 -seats 1      then: telnet 127.0.0.1 8084, twice
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// Room is where clients wait until there is a seat.
type Room struct {
	seats   int
	served  map[*net2.Socket]bool
	waiting []*net2.Socket
}

func main() {
	host := flag.String("host", "127.0.0.1", "address to listen on")
	port := flag.Int("port", 8084, "port to listen on; 0 picks one")
	seats := flag.Int("seats", 2, "clients that are served at a time")
	waiting := flag.Int("waiting", 100, "clients that may wait")
	flag.Parse()

	// region server
	room := &Room{seats: *seats, served: map[*net2.Socket]bool{}}
	server := net2.NewServer(net2.ServerOptions{PauseOnConnect: true}, room.Enter)
	server.SetMaxConnections(*seats + *waiting)
	server.OnDrop(func(client net2.DropArgument) {
		fmt.Printf("%s:%d is turned away\n", client.RemoteAddress, client.RemotePort)
	})
	// endregion
	server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	server.ListenHost(*port, *host, func() { fmt.Println("Waiting room open on", server.Address()) })

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		server.Close()
		room.Close()
	})
	loop.Run()
}

// Enter is called for each connection. The socket is paused.
func (r *Room) Enter(socket *net2.Socket) {
	fmt.Printf("%s waits, %d bytes read\n", name(socket), socket.BytesRead())
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "%s failed: %v\n", name(socket), err) })
	r.waiting = append(r.waiting, socket)
	r.next()
}

// next gives the free seats to those who have waited longest.
func (r *Room) next() {
	for len(r.served) < r.seats && len(r.waiting) > 0 {
		socket := r.waiting[0]
		r.waiting = r.waiting[1:]
		r.serve(socket)
	}
}

// serve echoes. It is only now that a client who has left while it waited is
// found out: its end comes after what it had sent.
func (r *Room) serve(socket *net2.Socket) {
	fmt.Printf("%s is served, %d bytes read\n", name(socket), socket.BytesRead())
	r.served[socket] = true
	socket.OnClose(func(bool) {
		fmt.Printf("%s left, %d bytes read\n", name(socket), socket.BytesRead())
		delete(r.served, socket)
		r.next()
	})
	socket.Write("Your turn\n")
	socket.OnData(func(data []byte) { // does not start the flow: the pause was asked for
		if !socket.Write(data) {
			socket.Pause()
		}
	})
	socket.OnDrain(func() { socket.Resume() })
	socket.Resume()
}

// Close ends those who are served, and sends away those who wait.
func (r *Room) Close() {
	for socket := range r.served {
		socket.RemoveAllListeners("data").Resume() // no echo after the last words
		socket.End("The room closes\n")
	}
	for _, socket := range r.waiting {
		socket.Destroy()
	}
	r.waiting = nil
}

func name(socket *net2.Socket) string {
	return fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort())
}
