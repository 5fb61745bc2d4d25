package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
)

// maxLine is how many bytes a message may have.
const maxLine = 4 << 10

// Server passes on what its clients say.
type Server struct {
	port    int
	address string
	server  *net2.Server
	clients []*Client
}

// NewServer returns a server that Start will make listen.
func NewServer(port int, address string) *Server {
	return &Server{port: port, address: address}
}

// Start begins to listen; cb is called when it does.
func (s *Server) Start(cb func()) {
	s.server = net2.CreateServer(s.onClientConnected)
	s.server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	s.server.ListenHost(s.port, s.address, cb)
}

// Address is where the server listens.
func (s *Server) Address() string { return s.server.Address().String() }

func (s *Server) onClientConnected(socket *net2.Socket) {
	client := NewClient(socket)
	s.clients = append(s.clients, client)
	s.Broadcast(client.Name+" connected.", client)

	input := frames.New(frames.Lines(maxLine)) // see examples/framing
	socket.OnData(func(data []byte) {
		for line := range input.Feed(data) {
			s.said(client, string(line))
		}
		if err := input.Err(); err != nil {
			socket.Destroy(err)
		}
	})
	socket.OnEnd(func() {
		for line := range input.End() {
			s.said(client, string(line))
		}
	})
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "%s failed: %v\n", client.Name, err) })
	// Not in end, as before: a client that crashes has none, and would stay in the list.
	socket.OnClose(func(bool) {
		s.clients = slices.DeleteFunc(s.clients, func(c *Client) bool { return c == client })
		s.Broadcast(client.Name+" disconnected.", client)
	})
}

func (s *Server) said(client *Client, message string) {
	client.Receive("We got your message: " + message)
	s.Broadcast(client.Name+" said: "+message, client)
}

// Broadcast tells all clients but the one that it is about.
func (s *Server) Broadcast(message string, about *Client) {
	fmt.Println(message)
	for _, client := range s.clients {
		if client != about {
			client.Receive(message)
		}
	}
}

// Stop accepts nobody any more and ends the connections.
func (s *Server) Stop() {
	s.server.Close()
	for _, client := range s.clients {
		client.socket.End()
	}
}
