package streamlib_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/loop"
)

// The Go half of random_chains.js.
func TestRandomChains(t *testing.T)     { scene.RunRandom(t, "random_chains", 250, startChain) }
func TestMoreRandomChains(t *testing.T) { scene.RunMoreRandom(t, "random_chains", startChain) }

func startChain(l *loop.Loop, seed uint32) *scene.Random {
	p := newChain(l, seed)
	p.start()
	return &p.Random
}

// step is one disturbance and what it leaves behind.
func (p *chain) step(left int) {
	if left == 0 {
		return
	}
	p.op()
	p.Later(func() { p.step(left - 1) })
}

func (p *chain) op() {
	s := p.all[p.Pick(len(p.all))]
	switch p.Pick(12) {
	case 0, 1, 2:
		if s.w != nil && p.Pick(2) == 0 {
			p.Say(s.name, "write", s.w.Write(p.Chunk()))
		}
	case 3:
		if s.w != nil && p.Pick(3) == 0 {
			p.Say(s.name, "end()")
			s.end()
		}
	case 4:
		if p.Pick(4) == 0 {
			p.Say(s.name, "destroy()")
			s.destroy(nil)
		}
	case 5:
		if p.Pick(4) == 0 {
			p.Say(s.name, "destroy(e)")
			s.destroy(errors.New("op"))
		}
	case 6:
		p.finished(s.name, s.s)
	case 7, 8:
		if s.r != nil {
			p.Say(s.name, "resume()")
			s.resume()
		}
	case 9:
		if s.r != nil {
			p.Say(s.name, "read", scene.Text(s.r.Read()))
		}
	case 10:
		if s.r != nil && p.Pick(3) == 0 {
			p.Say(s.name, "pause()")
			s.pause()
		}
	case 11:
		if p.Pick(6) == 0 {
			p.Say(s.name, "emit")
			s.emit("error", errors.New("said"))
		}
	}
	p.state()
}

func (p *chain) state() {
	var all []string
	for _, s := range p.all {
		one := "0"
		if s.s.Destroyed() {
			one = "1"
		}
		if s.r != nil {
			one += strconv.Itoa(s.r.ReadableLength())
		}
		one += ":"
		if s.w != nil {
			one += strconv.Itoa(s.w.WritableLength())
		}
		all = append(all, one)
	}
	p.Words = append(p.Words, strings.Join(all, " "))
}
