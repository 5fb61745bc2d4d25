package serve

import (
	"bufio"
	"net"
	"slices"
	"sync"
)

// goRoom is a chat in plain Go: each client has a buffer of what it is still
// to be told, and a goroutine that writes it, as much at once as there is.
type goRoom struct {
	mu      sync.Mutex
	clients []*goClient
}

type goClient struct {
	mu      sync.Mutex
	pending []byte
	wake    chan struct{} // capacity 1
}

func newGoRoom() *goRoom { return &goRoom{} }

func (r *goRoom) join(conn net.Conn) {
	client := &goClient{wake: make(chan struct{}, 1)}
	r.mu.Lock()
	r.clients = append(slices.Clone(r.clients), client) // broadcasts go on over the old one
	r.mu.Unlock()
	defer r.leave(client)
	go client.write(conn)

	in := bufio.NewReader(conn)
	for {
		line, err := in.ReadSlice('\n')
		if err != nil {
			return
		}
		r.mu.Lock()
		clients := r.clients
		r.mu.Unlock()
		for _, c := range clients {
			c.send(line)
		}
	}
}

func (r *goRoom) leave(client *goClient) {
	r.mu.Lock()
	r.clients = slices.DeleteFunc(slices.Clone(r.clients), func(c *goClient) bool { return c == client })
	r.mu.Unlock()
	client.mu.Lock() // a broadcast under way may still send
	close(client.wake)
	client.wake = nil
	client.mu.Unlock()
}

func (c *goClient) send(line []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.pending = append(c.pending, line...)
	if c.wake == nil {
		return
	}
	select {
	case c.wake <- struct{}{}:
	default:
	}
}

func (c *goClient) write(conn net.Conn) {
	c.mu.Lock()
	wake := c.wake
	c.mu.Unlock()
	var spare []byte
	for range wake {
		c.mu.Lock()
		full := c.pending
		c.pending = spare[:0]
		c.mu.Unlock()
		if _, err := conn.Write(full); err != nil {
			conn.Close()
		}
		spare = full
	}
}
