package serve

import (
	"bytes"
	"context"
	"errors"
	"net"
	"strconv"
	"sync"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// serveNodenet runs o.Loops loops, each on a goroutine, with a server each on
// the same port. They share nothing.
func serveNodenet(ctx context.Context, o Options, listening func(net.Addr)) error {
	var running sync.WaitGroup
	failed := make(chan error, max(o.Loops, 1))
	for range max(o.Loops, 1) {
		bound := make(chan *net.TCPAddr, 1)
		running.Go(func() { failed <- serveLoop(ctx, o, bound) })
		select {
		case a := <-bound:
			o.Port = a.Port // for the next loop
		case err := <-failed:
			return err
		}
	}
	listening(&net.TCPAddr{IP: net.ParseIP(o.host()), Port: o.Port})
	running.Wait()
	return <-failed
}

// serveLoop runs one loop until ctx ends, and says where its server listens.
func serveLoop(ctx context.Context, o Options, bound chan<- *net.TCPAddr) error {
	l := loop.New()
	server := net2.NewServer(net2.ServerOptions{Loop: l, PauseOnConnect: o.Workload == "onread"}, onConnection(o))
	where := net2.ListenOptions{Host: o.host(), Port: o.Port, ReusePort: o.Loops > 1}
	server.ListenWith(where, func() { bound <- &net.TCPAddr{Port: server.Address().Port} })
	var failure error
	server.OnError(func(err error) { failure = err })
	err := ended(l.RunContext(ctx))
	return errors.Join(failure, err)
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
