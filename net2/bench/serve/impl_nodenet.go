package serve

import (
	"bytes"
	"context"
	"net"
	"strconv"
	"sync"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// serveNodenet runs one server on each loop.
func serveNodenet(ctx context.Context, o Options, listening func(net.Addr)) error {
	if o.Loops > 1 {
		return serveLoops(ctx, o, listening)
	}
	l := loop.New()
	server := net2.NewServer(serverOptions(l, o), onConnection(o))
	server.ListenHost(o.Port, o.host(), func() {
		a := server.Address()
		listening(&net.TCPAddr{IP: net.ParseIP(a.Address), Port: a.Port})
	})
	return ended(l.RunContext(ctx))
}

func serverOptions(l *loop.Loop, o Options) net2.ServerOptions {
	return net2.ServerOptions{Loop: l, PauseOnConnect: o.Workload == "onread"}
}

// ended is the error of a run that the context ended, which is how all of them end.
func ended(err error) error {
	if err == context.Canceled {
		return nil
	}
	return err
}

// onConnection returns the workload's listener; each call makes its own.
func onConnection(o Options) func(*net2.Socket) {
	handle := map[string]func(*net2.Socket){
		"echo": echo, "connect": echo, "pipe": pipe, "onread": onRead, "json": answerLines,
		"chat":  newRoom().join,
		"proxy": func(s *net2.Socket) { proxy(s, o.Upstream) },
	}[o.Workload]
	return func(socket *net2.Socket) {
		socket.OnError(func(error) {}) // close follows
		handle(socket)
	}
}

func echo(socket *net2.Socket) {
	socket.OnData(func(data []byte) { socket.Write(data) })
}

func pipe(socket *net2.Socket) { socket.Pipe(socket) }

// onRead makes a socket of its own of the accepted connection: as in Node, only such a one has OnRead.
func onRead(accepted *net2.Socket) {
	var socket *net2.Socket
	proceed := func(error) {
		if socket.IsPaused() {
			socket.Resume()
		}
	}
	socket = net2.NewSocket(net2.SocketOptions{
		Loop: accepted.Loop(),
		Conn: accepted.Conn(),
		OnRead: net2.OnRead{
			Buffer: make([]byte, 64<<10),
			Callback: func(n int, buffer []byte) bool {
				socket.WriteBytes(buffer[:n], proceed)
				return socket.WritableLength() == 0 // else the buffer is still being written: wait
			},
		},
	})
	socket.OnError(func(error) {})
	socket.Resume()
}

func answerLines(socket *net2.Socket) {
	var received []byte
	socket.OnData(func(data []byte) {
		received = append(received, data...)
		rest := received
		for {
			message, after, complete := bytes.Cut(rest, []byte("\n"))
			if !complete {
				break
			}
			rest = after
			socket.Write(answer(message))
		}
		received = append(received[:0], rest...)
	})
}

// room is the chat's: every line goes to every client.
type room struct{ clients map[*net2.Socket]bool }

func newRoom() *room { return &room{clients: map[*net2.Socket]bool{}} }

func (r *room) join(socket *net2.Socket) {
	r.clients[socket] = true
	socket.OnClose(func(bool) { delete(r.clients, socket) })
	var received []byte
	socket.OnData(func(data []byte) {
		received = append(received, data...)
		for {
			end := bytes.IndexByte(received, '\n') + 1
			if end == 0 {
				return
			}
			line := received[:end]
			received = received[end:]
			for client := range r.clients {
				client.Write(line)
			}
		}
	})
}

func proxy(socket *net2.Socket, address string) {
	host, port, _ := net.SplitHostPort(address)
	number, _ := strconv.Atoi(port)
	upstream := net2.ConnectWith(net2.ConnectOptions{SocketOptions: net2.SocketOptions{Loop: socket.Loop()}, Host: host, Port: number})
	upstream.OnError(func(error) { socket.Destroy() })
	socket.OnClose(func(bool) { upstream.Destroy() })
	socket.Pipe(upstream)
	upstream.Pipe(socket)
}

// serveLoops runs o.Loops loops, each on its goroutine, with a server each on
// the same port. They share nothing.
func serveLoops(ctx context.Context, o Options, listening func(net.Addr)) error {
	first, err := listenShared(ctx, o.address())
	if err != nil {
		return err
	}
	var running sync.WaitGroup
	listening(first.Addr())
	for i := range o.Loops {
		ln := first
		if i > 0 {
			if ln, err = listenShared(ctx, first.Addr().String()); err != nil {
				return err
			}
		}
		running.Go(func() { serveShared(ctx, ln, onConnection(o)) })
	}
	running.Wait()
	return nil
}
