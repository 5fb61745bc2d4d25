package load

import (
	"bytes"
	"fmt"
	"strconv"
	"time"
)

// A chat line is "SENDER NUMBER PADDING\n", both with as many digits as below,
// so that all lines are as long. In a client's last line the padding is of '!'.
const (
	senderDigits = 5
	numberDigits = 10
	lineHead     = senderDigits + 1 + numberDigits + 1
	chatMinimum  = lineHead + 2
)

// talker is a client of a chat. It has Depth lines of its own under way, and
// says the next when one comes back. It must hear all that everyone says,
// whole and in order, to the last line.
type talker struct {
	*client
	number  int
	said    int64
	times   []time.Time // when those of its lines were said that have not come back
	next    []int64     // of each sender: the number of its next line
	present int         // senders whose last line is still to come
	talking bool        // from after the hello to the last line
	tail    []byte      // padding and line break
	last    []byte      // the same of a last line
	buffer  []byte
	unread  []byte // of buffer: what of the last read is not verified yet
}

// join connects one client after the other. Each says hello and waits to hear
// itself: then it will hear all that follows.
func (r *run) join() error {
	padding := r.Size - lineHead - 1
	for i, c := range r.clients {
		c.talker = &talker{
			client: c, number: i, next: make([]int64, r.Conns), present: r.Conns,
			tail:   append(bytes.Repeat([]byte("."), padding), '\n'),
			last:   append(bytes.Repeat([]byte("!"), padding), '\n'),
			buffer: make([]byte, 64<<10),
		}
		for earlier := range i {
			c.talker.next[earlier] = 1 // their hellos are over
		}
		if err := c.connect(); err != nil {
			return err
		}
		if err := c.talker.say(1, c.talker.tail); err != nil {
			return err
		}
		if err := c.talker.hear(func() bool { return len(c.talker.times) == 0 }); err != nil {
			return fmt.Errorf("hello of client %d: %w", i, err)
		}
	}
	return nil
}

// chat says lines until the run stops, then the last one.
func (c *client) chat() error {
	t := c.talker
	t.talking = true
	if err := t.say(c.run.Depth, t.tail); err != nil {
		return err
	}
	return t.hear(func() bool { return t.present == 0 })
}

// say sends n lines with one write.
func (t *talker) say(n int, tail []byte) error {
	lines := make([]byte, 0, n*t.run.Size)
	now := time.Now()
	for range n {
		lines = append(digits(lines, int64(t.number), senderDigits), ' ')
		lines = append(digits(lines, t.said, numberDigits), ' ')
		lines = append(lines, tail...)
		t.said++
		t.times = append(t.times, now)
	}
	_, err := t.conn.Write(lines)
	return err
}

func digits(b []byte, n int64, width int) []byte {
	var text [20]byte
	s := strconv.AppendInt(text[:0], n, 10)
	for range width - len(s) {
		b = append(b, '0')
	}
	return append(b, s...)
}

// hear reads and verifies lines until enough says so.
func (t *talker) hear(enough func() bool) error {
	size := t.run.Size
	for !enough() {
		if len(t.unread) < size {
			if err := t.read(); err != nil {
				return err
			}
		}
		lines, own := 0, len(t.times)
		for ; len(t.unread) >= size && !enough(); lines++ {
			if err := t.line(t.unread[:size]); err != nil {
				return err
			}
			t.unread = t.unread[size:]
		}
		t.add(lines, lines*size)
		if heard := own - len(t.times); heard > 0 && t.talking {
			if err := t.answer(heard); err != nil {
				return err
			}
		}
	}
	return nil
}

// answer follows up on as many own lines as came back.
func (t *talker) answer(heard int) error {
	switch {
	case !t.run.stop.Load():
		return t.say(heard, t.tail)
	case len(t.times) == 0:
		t.talking = false
		return t.say(1, t.last)
	}
	return nil
}

// read reads behind what is left of a line.
func (t *talker) read() error {
	left := copy(t.buffer, t.unread)
	_ = t.conn.SetReadDeadline(time.Now().Add(patience))
	n, err := t.conn.Read(t.buffer[left:])
	if err != nil {
		return fmt.Errorf("client %d, %d clients still talking: %w", t.number, t.present, err)
	}
	t.unread = t.buffer[:left+n]
	return nil
}

// line verifies one line.
func (t *talker) line(line []byte) error {
	sender, ok1 := number(line[:senderDigits])
	said, ok2 := number(line[senderDigits+1 : lineHead-1])
	if !ok1 || !ok2 || sender >= int64(len(t.next)) || line[senderDigits] != ' ' || line[lineHead-1] != ' ' {
		return fmt.Errorf("client %d heard no line: %q", t.number, line)
	}
	if said != t.next[sender] {
		return fmt.Errorf("client %d heard line %d of %d, want %d", t.number, said, sender, t.next[sender])
	}
	t.next[sender]++
	switch tail := line[lineHead:]; {
	case bytes.Equal(tail, t.tail):
	case bytes.Equal(tail, t.last):
		t.present--
	default:
		return fmt.Errorf("client %d heard a damaged line: %q", t.number, line)
	}
	if int(sender) == t.number {
		t.took(1, time.Since(t.times[0]))
		t.times = t.times[1:]
	}
	return nil
}

func number(digits []byte) (n int64, ok bool) {
	for _, d := range digits {
		if d < '0' || d > '9' {
			return 0, false
		}
		n = 10*n + int64(d-'0')
	}
	return n, true
}
