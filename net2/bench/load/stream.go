package load

import (
	"fmt"
	"time"
)

// stream keeps Depth messages under way: one goroutine sends, as long as fewer
// are, another verifies. A message's latency is the time from before its write
// to the read that completed its reply.
func (c *client) stream() error {
	s := &streaming{client: c, sent: make(chan time.Time, c.run.Depth), ended: make(chan struct{})}
	sending := make(chan error, 1)
	go func() { sending <- s.send() }()
	err := s.receive()
	close(s.ended)
	if err != nil {
		_ = c.conn.Close() // the sender may be stuck
		<-sending
		return err
	}
	return <-sending
}

type streaming struct {
	*client
	sent  chan time.Time // a message each, oldest first; full when Depth are under way; closed after the last
	ended chan struct{}
}

func (s *streaming) send() error {
	defer close(s.sent)
	requests := &s.run.script.requests
	for at := s.at; !s.run.stop.Load(); at = (at + 1) % s.run.script.count {
		select {
		case s.sent <- time.Now():
		case <-s.ended:
			return nil
		}
		if _, err := s.conn.Write(requests.span(at, 1)); err != nil {
			return err
		}
	}
	return nil
}

func (s *streaming) receive() error {
	replies := &s.run.script.replies
	buffer := make([]byte, 64<<10)
	message, at := s.at, replies.start(s.at)
	for sent := range s.sent {
		for end := replies.ends[message]; at < end; {
			_ = s.conn.SetReadDeadline(time.Now().Add(patience))
			n, err := s.conn.Read(buffer[:min(len(buffer), end-at)])
			if err != nil {
				return fmt.Errorf("%d bytes of a message missing: %w", end-at, err)
			}
			if err := verify(buffer[:n], replies.bytes[at:at+n]); err != nil {
				return err
			}
			at += n
			if at == end {
				s.add(1, n)
				s.took(1, time.Since(sent))
			} else {
				s.add(0, n)
			}
		}
		if message++; message == s.run.script.count {
			message, at = 0, 0
		}
	}
	return nil
}
