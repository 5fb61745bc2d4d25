package main

import (
	"fmt"
	"strings"

	"github.com/nodenet/go/net2"
)

// Client is one connection.
type Client struct {
	Name   string
	socket *net2.Socket
}

// NewClient returns the client at the other end of socket.
func NewClient(socket *net2.Socket) *Client {
	return &Client{Name: fmt.Sprintf("%s:%d", socket.RemoteAddress(), socket.RemotePort()), socket: socket}
}

// Said is called with what the client has said.
func (c *Client) Said(message string) {
	message = strings.TrimRight(message, "\r\n")
	fmt.Printf("%s said: %s\n", c.Name, message)
	c.Receive("We got your message: " + message)
}

// Receive sends a line to the client.
func (c *Client) Receive(message string) {
	if c.socket.Writable() { // it is not after Stop
		c.socket.Write(message + "\n")
	}
}
