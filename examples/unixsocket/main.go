// Command unixsocket is a daemon with a control socket: a file to which other
// programs of the same user can connect. It teaches that a path takes the
// place of host and port and everything else stays the same; and how to tell
// the file of a server that runs from one that a crash has left behind.
//
//	go run ./examples/unixsocket -path control.sock      then: go run ./examples/unixsocket/client -path control.sock status
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

func main() {
	path := flag.String("path", "control.sock", "where the socket is; not much more than 100 characters")
	flag.Parse()
	d := &Daemon{started: time.Now(), clients: map[*net2.Socket]bool{}}
	d.listen(*path)

	loop.OnceSignal(os.Interrupt, func() { // a second Ctrl-C kills
		d.stop()
	})
	loop.Run()
}

// Daemon does nothing but answer.
type Daemon struct {
	started time.Time
	server  *net2.Server
	clients map[*net2.Socket]bool
}

func (d *Daemon) listen(path string) {
	d.server = net2.CreateServer(d.serve)
	d.server.OnError(func(err error) {
		if net2.Code(err) == "EADDRINUSE" {
			replaceIfStale(path, func() { d.server.ListenPath(path) }, func() { fail(err) })
			return
		}
		fail(err)
	})
	// region chmod
	d.server.OnListening(func() {
		if err := os.Chmod(path, 0o600); err != nil { // for the same user only
			fail(err)
		}
		fmt.Println("Control socket at", d.server.Address())
	})
	// endregion
	d.server.ListenPath(path)
}

// replaceIfStale asks whether anybody answers at path. If not, a crash has
// left the file behind, and it is removed. Not for a file that is no socket.
func replaceIfStale(path string, free, taken func()) {
	probe := net2.ConnectPath(path)
	probe.OnConnect(func() {
		probe.Destroy()
		taken()
	})
	probe.OnError(func(err error) {
		info, statErr := os.Lstat(path)
		if net2.Code(err) != "ECONNREFUSED" || statErr != nil || info.Mode().Type() != os.ModeSocket || os.Remove(path) != nil {
			taken()
			return
		}
		fmt.Println("Removed a stale", path)
		free()
	})
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "Server error:", err)
	os.Exit(1)
}

func (d *Daemon) serve(socket *net2.Socket) {
	d.clients[socket] = true
	socket.OnClose(func(bool) { delete(d.clients, socket) })
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	input := frames.New(frames.Lines(100))
	socket.OnData(func(chunk []byte) {
		for line := range input.Feed(chunk) {
			d.command(socket, string(line))
		}
		if err := input.Err(); err != nil {
			socket.Destroy(err)
		}
	})
}

func (d *Daemon) command(socket *net2.Socket, command string) {
	switch {
	case !socket.Writable():
	case command == "status":
		socket.Write(fmt.Sprintf("up %.1fs, %d connected\n", time.Since(d.started).Seconds(), len(d.clients)))
	case command == "stop":
		socket.Write("stopping\n")
		d.stop()
	default:
		socket.Write("unknown command, try status or stop\n")
	}
}

// stop closes the server, which removes the file, and ends the connections.
func (d *Daemon) stop() {
	d.server.Close(func(error) { fmt.Println("Stopped") })
	for socket := range d.clients {
		socket.End()
	}
}
