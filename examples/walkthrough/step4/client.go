package main

import (
	"fmt"

	"github.com/nodenet/go/net2"
)

// maxBehind is how many bytes may wait for a client that reads slowly.
const maxBehind = 1 << 20

// Client is one connection.
type Client struct {
	Name   string
	socket *net2.Socket
}

// NewClient returns the client at the other end of socket.
func NewClient(socket *net2.Socket) *Client {
	return &Client{Name: fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort()), socket: socket}
}

// Receive sends a line to the client, or drops a client that does not read:
// what waits for it is the server's memory.
func (c *Client) Receive(message string) {
	switch behind := c.socket.WritableLength(); {
	case behind > maxBehind:
		c.socket.Destroy(fmt.Errorf("%d bytes behind", behind))
	case c.socket.Writable(): // it is not after Stop
		c.socket.Write(message + "\n")
	}
}
