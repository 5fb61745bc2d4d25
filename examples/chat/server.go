package main

import (
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/loop"
)

const (
	maxLine   = 4 << 10 // bytes of one message
	maxBehind = 1 << 20 // bytes that may wait for a client that reads slowly
)

// ChatServer passes on what its clients say.
type ChatServer struct {
	host    string
	port    int
	server  *net2.Server
	sockets map[*net2.Socket]bool // all connections
	clients []*Client             // those with a name, in the order they joined
}

// Client is one connection. It has no name until it has given one.
type Client struct {
	socket *net2.Socket
	name   string
	gone   bool // has quit; what it says no longer counts
}

// NewChatServer returns a server that Start will make listen.
func NewChatServer(host string, port int) *ChatServer {
	return &ChatServer{host: host, port: port, sockets: map[*net2.Socket]bool{}}
}

// Start begins to listen.
func (s *ChatServer) Start() {
	s.server = net2.CreateServer(s.handleClient)
	s.server.OnError(func(err error) {
		fmt.Fprintln(os.Stderr, "Server error:", err)
		os.Exit(1)
	})
	s.server.ListenHost(s.port, s.host, func() { fmt.Println("Chat Server running on", s.server.Address()) })
}

func (s *ChatServer) handleClient(socket *net2.Socket) {
	client := &Client{socket: socket}
	s.sockets[socket] = true
	client.send(prompt)

	input := frames.New(frames.Lines(maxLine))
	socket.OnData(func(data []byte) {
		for line := range input.Feed(data) {
			s.handleLine(client, clean(line))
		}
		if input.Err() != nil && !client.gone {
			s.bye(client, "Line too long\n")
		}
	})
	socket.OnEnd(func() {
		for line := range input.End() { // a last line without a line break
			s.handleLine(client, clean(line))
		}
	})
	socket.OnError(func(err error) { fmt.Fprintln(os.Stderr, "Socket error:", err) })
	// After a crash there is an error and no end, after an end no error; close comes always.
	socket.OnClose(func(bool) {
		delete(s.sockets, socket)
		s.leave(client)
	})
}

// leave takes a client off the list and tells the others. Nothing happens if it is not on it.
func (s *ChatServer) leave(client *Client) {
	client.gone = true
	if i := slices.Index(s.clients, client); i >= 0 {
		s.clients = slices.Delete(s.clients, i, i+1)
		fmt.Println(client.name, "left")
		s.broadcast(client.name+" left the chat\n", nil)
	}
}

// bye lets a client leave now, whenever its connection ends.
func (s *ChatServer) bye(client *Client, lastWords string) {
	s.leave(client)
	letGo(client.socket, lastWords)
}

// broadcast sends the message to every client but one; nil leaves out nobody.
func (s *ChatServer) broadcast(message string, except *Client) {
	for _, client := range s.clients {
		if client != except {
			client.send(message)
		}
	}
}

// send writes to the client, or drops it when it does not read: what waits
// for it is the server's memory. The others need not wait for it.
func (c *Client) send(text string) {
	switch behind := c.socket.WritableLength(); {
	case behind > maxBehind:
		c.socket.Destroy(fmt.Errorf("%s dropped, %d bytes behind", c.name, behind))
	case c.socket.Writable():
		c.socket.Write(text)
	}
}

// letGo says the last words and ends. What the client still sends is dropped:
// a close with unread bytes would be a reset, and might take the last words
// with it. A client that has not closed its side a second later is cut off.
func letGo(socket *net2.Socket, lastWords string) {
	socket.RemoveAllListeners("data").Resume()
	socket.End(lastWords)
	loop.SetTimeout(time.Second, func() { socket.Destroy() }).Unref()
}

// Stop accepts nobody any more and sends everyone home.
func (s *ChatServer) Stop() {
	s.server.Close(func(error) { fmt.Println("Server closed") })
	for socket := range s.sockets {
		letGo(socket, "The server is closing\n")
	}
}
