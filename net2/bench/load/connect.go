package load

import (
	"errors"
	"fmt"
	"io"
)

// connections opens one connection after another, has one exchange on each,
// ends it and waits for the server to end it too. The latency is the time from
// before the connect to the reply.
func (c *client) connections() error {
	buffer := make([]byte, c.run.Size+1)
	for !c.run.stop.Load() {
		if err := c.connection(buffer); err != nil {
			return err
		}
		c.at = (c.at + 1) % c.run.script.count
	}
	return nil
}

func (c *client) connection(buffer []byte) error {
	defer c.hangUp()
	if err := c.exchange(buffer); err != nil {
		return err
	}
	if err := c.conn.(interface{ CloseWrite() error }).CloseWrite(); err != nil {
		return err
	}
	if n, err := c.conn.Read(buffer); !errors.Is(err, io.EOF) {
		return fmt.Errorf("want the end of the connection, got %d bytes, error %v", n, err)
	}
	return nil
}

func (c *client) hangUp() {
	if c.conn != nil {
		_ = c.conn.Close()
		c.conn = nil
	}
}
