package net2

// connections are the open sockets that a server accepted, in order.
type connections struct {
	first, last *Socket
	count       int
}

// place is a socket's place among the connections of its server.
type place struct {
	before, after *Socket
}

// has says whether s, which the server has accepted, is among them.
func (c *connections) has(s *Socket) bool { return s.place.before != nil || c.first == s }

func (c *connections) add(s *Socket) {
	s.place = place{before: c.last}
	if c.last == nil {
		c.first = s
	} else {
		c.last.place.after = s
	}
	c.last = s
	c.count++
}

func (c *connections) remove(s *Socket) {
	before, after := s.place.before, s.place.after
	if before == nil {
		c.first = after
	} else {
		before.place.after = after
	}
	if after == nil {
		c.last = before
	} else {
		after.place.before = before
	}
	s.place = place{}
	c.count--
}

// destroy destroys those that fit; a nil fits means all.
func (c *connections) destroy(fits func(*Socket) bool) {
	var chosen []*Socket
	for s := c.first; s != nil; s = s.place.after {
		if fits == nil || fits(s) {
			chosen = append(chosen, s)
		}
	}
	for _, s := range chosen {
		s.Destroy()
	}
}

// CloseAllConnections destroys every connection that the server accepted and
// that is still open. The server goes on listening: call Close too, and
// first. Node has it on http.Server, and net programs keep a set for it.
func (s *Server) CloseAllConnections() *Server {
	s.loop.Check("Server.CloseAllConnections")
	s.connections.destroy(nil)
	return s
}

// CloseIdleConnections destroys the connections that have nothing to do at
// this moment: all that was written has left, and all that arrived was
// emitted. Unlike Node's http.Server, which has a method of this name, net
// does not know requests: an answer that the program is still to write does
// not hold its connection. The server goes on listening.
func (s *Server) CloseIdleConnections() *Server {
	s.loop.Check("Server.CloseIdleConnections")
	s.connections.destroy((*Socket).quiet)
	return s
}

// quiet says whether nothing waits in the socket's buffers.
func (s *Socket) quiet() bool {
	if s.handle == nil {
		return true
	}
	return s.WritableLength() == 0 && s.ReadableLength() == 0 &&
		s.handle.writer.idle() && s.handle.reader.idle()
}
