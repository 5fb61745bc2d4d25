package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/nodenet/go/examples/framing/frames"
	"github.com/nodenet/go/net2"
)

// maxAnswer is how many bytes an answer may have.
const maxAnswer = 64 << 10

var errNoAnswer = errors.New("the server closed the connection without an answer")

// Pool lends connections to one server. All of it is for the loop.
type Pool struct {
	Opened int // connections so far

	host    string
	port    int
	max     int
	idle    time.Duration
	open    int
	free    []*Conn // the one that was used last comes last, and goes first
	waiting []*Request
}

// Request is a line that waits for the line that answers it.
type Request struct {
	line []byte
	cb   func(err error, answer []byte)
}

// Conn is one connection of the pool.
type Conn struct {
	pool    *Pool
	socket  *net2.Socket
	number  int
	request *Request // nil while it is free
	served  int      // requests so far
	err     error
}

// NewPool returns a pool that opens its connections when they are needed.
func NewPool(host string, port, limit int, idle time.Duration) *Pool {
	return &Pool{host: host, port: port, max: limit, idle: idle}
}

// Request sends a line, now or when a connection is free, and calls cb with the answer.
func (p *Pool) Request(line []byte, cb func(err error, answer []byte)) {
	p.waiting = append(p.waiting, &Request{line, cb})
	p.next()
}

// next gives the requests that wait to the connections that can be had.
func (p *Pool) next() {
	for len(p.waiting) > 0 {
		switch last := len(p.free) - 1; {
		case last >= 0:
			conn := p.free[last]
			p.free = p.free[:last]
			conn.take(p.pop())
		case p.open < p.max:
			p.connect().take(p.pop())
		default:
			return
		}
	}
}

func (p *Pool) pop() *Request {
	request := p.waiting[0]
	p.waiting = p.waiting[1:]
	return request
}

func (p *Pool) connect() *Conn {
	p.open++
	p.Opened++
	conn := &Conn{pool: p, number: p.Opened, socket: net2.Connect(p.port, p.host)}
	input := frames.New(frames.Lines(maxAnswer))
	conn.socket.OnData(func(chunk []byte) {
		for answer := range input.Feed(chunk) {
			conn.answered(answer)
		}
		if err := input.Err(); err != nil {
			conn.socket.Destroy(err)
		}
	})
	conn.socket.OnTimeout(func() {
		fmt.Printf("Connection %d is closed, idle\n", conn.number)
		p.forget(conn) // nobody must get it any more
		conn.socket.End()
	})
	conn.socket.OnEnd(func() { p.forget(conn) })
	conn.socket.OnError(func(err error) { conn.err = err })
	conn.socket.OnClose(func(bool) { conn.closed() })
	return conn
}

// take sends a request. Before the connection is there, the socket keeps it.
func (c *Conn) take(request *Request) {
	c.request = request
	c.socket.SetTimeout(0)
	c.socket.Write(request.line)
}

// answered is a line from the server.
func (c *Conn) answered(answer []byte) {
	request := c.request
	if request == nil {
		c.socket.Destroy(errors.New("an answer that nobody has asked for"))
		return
	}
	c.request = nil
	c.served++
	if c.socket.Writable() { // it is not when the server has ended
		c.pool.free = append(c.pool.free, c)
		c.socket.SetTimeout(c.pool.idle)
	}
	request.cb(nil, answer)
	c.pool.next()
}

// closed comes last, whatever happened.
func (c *Conn) closed() {
	c.pool.open--
	c.pool.forget(c)
	switch request := c.request; {
	case request == nil:
	case c.served > 0:
		// It was good before: the server closed it just when we asked. Ask
		// again on another. (Only for requests that may be made twice.)
		c.pool.waiting = append([]*Request{request}, c.pool.waiting...)
	case c.err != nil:
		request.cb(c.err, nil)
	default:
		request.cb(errNoAnswer, nil)
	}
	c.pool.next()
}

// forget takes a connection off the free ones.
func (p *Pool) forget(conn *Conn) {
	for i, free := range p.free {
		if free == conn {
			p.free = append(p.free[:i], p.free[i+1:]...)
			return
		}
	}
}
