package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// Server knows what its clients wait for.
type Server struct {
	CutOff  int // clients that the deadline cut off
	server  *net2.Server
	clients map[*Client]bool
	closing bool
}

// Client is one connection and its requests that are not answered yet.
type Client struct {
	socket  *net2.Socket
	pending map[*loop.Timer]bool
}

// NewServer returns a server that Start will make listen.
func NewServer() *Server { return &Server{clients: map[*Client]bool{}} }

// Start begins to listen.
func (s *Server) Start(port int, host string) {
	s.server = net2.CreateServer(s.accept)
	s.server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	s.server.ListenHost(port, host, func() { fmt.Println("Server listening on", s.server.Address()) })
}

func (s *Server) accept(socket *net2.Socket) {
	client := &Client{socket: socket, pending: map[*loop.Timer]bool{}}
	s.clients[client] = true
	input := frames.New(frames.Lines(100))
	socket.OnData(func(chunk []byte) {
		for line := range input.Feed(chunk) {
			s.request(client, string(line))
		}
		if err := input.Err(); err != nil {
			socket.Destroy(err)
		}
	})
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	socket.OnClose(func(bool) {
		delete(s.clients, client)
		for timer := range client.pending { // nobody waits for these
			loop.ClearTimeout(timer)
		}
	})
}

// request takes its time, as a database would.
func (s *Server) request(client *Client, line string) {
	ms, err := strconv.Atoi(line)
	switch {
	case !client.socket.Writable(): // has had its last words
	case s.closing:
		client.socket.Write("closing, ask elsewhere\n")
	case err != nil:
		client.socket.Write("say how many milliseconds it shall take\n")
	default:
		fmt.Println("Request:", line)
		var timer *loop.Timer
		timer = loop.SetTimeout(time.Duration(ms)*time.Millisecond, func() {
			delete(client.pending, timer)
			client.socket.Write("done " + line + "\n")
			s.letGoIfIdle(client)
		})
		client.pending[timer] = true
	}
}

// letGoIfIdle ends a connection once the server is closing and owes it nothing.
func (s *Server) letGoIfIdle(client *Client) {
	if s.closing && len(client.pending) == 0 {
		client.socket.End("bye\n")
	}
}

// Shutdown ends everything. It takes as long as the slowest client, but no longer than grace.
func (s *Server) Shutdown(grace time.Duration) {
	s.closing = true
	deadline := loop.SetTimeout(grace, func() {
		s.CutOff = len(s.clients)
		for client := range s.clients {
			client.socket.Destroy()
		}
	})
	// Its callback comes when the last connection has ended.
	s.server.Close(func(error) { loop.ClearTimeout(deadline) })

	busy := 0
	for client := range s.clients {
		if len(client.pending) > 0 {
			busy++
		}
		s.letGoIfIdle(client)
	}
	fmt.Printf("Closing, %d clients, %d busy\n", len(s.clients), busy)
}
