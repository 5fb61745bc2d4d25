package load

import (
	"bytes"
	"fmt"
	"time"
)

// batches sends Depth messages in one write, and the next when all are
// answered: what a client does that has a batch of questions. A message's
// latency is the time from that write to the read that completed its reply.
func (c *client) batches() error {
	r := c.run
	buffer := make([]byte, min(64<<10, max(4<<10, r.Depth*r.Size)))
	for !r.stop.Load() {
		_ = c.conn.SetReadDeadline(time.Now().Add(patience))
		sent := time.Now()
		if _, err := c.conn.Write(r.script.requests.span(c.at, r.Depth)); err != nil {
			return err
		}
		if err := c.expect(buffer, sent); err != nil {
			return err
		}
		c.at = (c.at + r.Depth) % r.script.count
	}
	return nil
}

// expect reads and verifies the replies to the batch that was sent.
func (c *client) expect(buffer []byte, sent time.Time) error {
	replies := &c.run.script.replies
	next, last := c.at, c.at+c.run.Depth // messages
	at, end := replies.start(c.at), replies.ends[last-1]
	for at < end {
		n, err := c.conn.Read(buffer)
		if err != nil {
			return fmt.Errorf("%d bytes missing: %w", end-at, err)
		}
		if at+n > end {
			return fmt.Errorf("%d bytes too many", at+n-end)
		}
		if err := verify(buffer[:n], replies.bytes[at:at+n]); err != nil {
			return err
		}
		at += n
		whole := next
		for next < last && replies.ends[next] <= at {
			next++
		}
		c.add(next-whole, n)
		c.took(next-whole, time.Since(sent))
	}
	return nil
}

func verify(got, want []byte) error {
	if bytes.Equal(got, want) {
		return nil
	}
	for i := range got {
		if got[i] != want[i] {
			return fmt.Errorf("byte %d of a read of %d is %#02x, want %#02x: got %.80q, want %.80q", i, len(got), got[i], want[i], got[i:], want[i:])
		}
	}
	return nil
}
