package load

import "time"

// Idle opens connections and has one exchange on each, so that the server has
// made all that it makes for one. They stay open until the func is called.
func Idle(c Config) (closeAll func(), err error) {
	c.Depth, c.Duration = 1, time.Second
	if err := c.check(); err != nil {
		return nil, err
	}
	r := &run{Config: c, script: newScript(c.Workload, c.Size, 1)}
	r.hists = []*shard{{hist: newHistogram()}}
	buffer := make([]byte, c.Size+1)
	for range c.Conns {
		cl := &client{run: r, hist: r.hists[0]}
		r.clients = append(r.clients, cl)
		if err := cl.exchange(buffer); err != nil {
			r.close()
			return nil, err
		}
	}
	return r.close, nil
}

// exchange connects, sends a message and verifies the reply.
func (c *client) exchange(buffer []byte) error {
	begin := time.Now()
	if err := c.connect(); err != nil {
		return err
	}
	if _, err := c.conn.Write(c.run.script.requests.span(c.at, 1)); err != nil {
		return err
	}
	_ = c.conn.SetReadDeadline(begin.Add(patience))
	return c.expect(buffer, begin)
}
