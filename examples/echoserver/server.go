package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

// isoString is the layout of JavaScript's Date.prototype.toISOString.
const isoString = "2006-01-02T15:04:05.000Z"

// maxBehind is how many bytes may wait for a client that reads slowly. One
// that falls further behind is dropped: what waits for it is the server's memory.
const maxBehind = 1 << 20

// EchoServer echoes what its clients say.
type EchoServer struct {
	host    string
	port    int
	clients map[*net2.Socket]bool
	server  *net2.Server
}

// NewEchoServer returns a server that Start will make listen.
func NewEchoServer(host string, port int) *EchoServer {
	return &EchoServer{host: host, port: port, clients: map[*net2.Socket]bool{}}
}

// Start begins to listen.
func (s *EchoServer) Start() {
	s.server = net2.CreateServer(s.handleConnection)
	s.server.ListenHost(s.port, s.host, func() { fmt.Println("Echo Server running on", s.server.Address()) })
	s.server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
}

func (s *EchoServer) handleConnection(socket *net2.Socket) {
	clientID := fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort())
	fmt.Printf("[%s] New connection\n", clientID)

	s.clients[socket] = true
	s.send(socket, fmt.Sprintf("Welcome! Currently %d clients online\n", len(s.clients)))

	// What one chunk brings counts as a message; the chat server does it by lines.
	socket.OnData(func(data []byte) {
		message := strings.TrimSpace(string(data))
		fmt.Printf("[%s] %s\n", clientID, message)
		s.send(socket, fmt.Sprintf("[%s] Echo: %s\n", time.Now().UTC().Format(isoString), message))
	})
	socket.OnError(func(err error) { fmt.Fprintf(os.Stderr, "[%s] Error: %v\n", clientID, err) })
	// However a connection ends, close comes, and comes last.
	socket.OnClose(func(bool) {
		fmt.Printf("[%s] Disconnected\n", clientID)
		delete(s.clients, socket)
	})
}

// Broadcast sends the message to every client.
func (s *EchoServer) Broadcast(message string) {
	for client := range s.clients {
		s.send(client, "[Broadcast] "+message+"\n")
	}
}

// send writes to a client, or drops it when it does not read.
func (s *EchoServer) send(client *net2.Socket, text string) {
	switch behind := client.WritableLength(); {
	case behind > maxBehind:
		client.Destroy(fmt.Errorf("dropped, %d bytes behind", behind))
	case client.Writable(): // it is not after Stop
		client.Write(text)
	}
}

// Stop accepts nobody any more and ends the connections. Clients that do not
// end their side within a second are cut off.
func (s *EchoServer) Stop() {
	for client := range s.clients {
		client.End()
	}
	s.server.Close(func(error) { fmt.Println("Server closed") })
	loop.SetTimeout(time.Second, func() {
		for client := range s.clients {
			client.Destroy()
		}
	}).Unref()
}
