package events

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

type innards struct{ EventEmitter }

type gate struct {
	Chain[*gate]
	innards
	opened int
}

func newGate() *gate {
	g := &gate{}
	g.InitChain(g)
	return g
}

func (g *gate) open() *gate {
	g.opened++
	g.Emit("open")
	return g
}

func TestChainReturnsTheEmbeddingType(t *testing.T) {
	var got []string
	say := func(s string) func() { return func() { got = append(got, s) } }
	off, removed := say("off"), say("removed")
	g := newGate().
		SetMaxListeners(20).
		On("open", say("on")).
		AddListener("open", say("added")).
		Once("open", say("once")).
		PrependListener("open", say("prepended")).
		PrependOnceListener("open", say("prepended once")).
		On("open", off).Off("open", off).
		On("open", removed).RemoveListener("open", removed).
		open()
	assert.Equal(t, []string{"prepended once", "prepended", "on", "added", "once"}, got)
	assert.Equal(t, 20, g.GetMaxListeners())
	assert.Equal(t, 1, g.RemoveAllListeners("open").opened)
	assert.Zero(t, ListenerCount(g, "open"))
}

// outer embeds a type that has a chain of its own, as a Socket embeds a Duplex.
type outer struct {
	Chain[*outer]
	gate
}

func TestTheOuterChainWins(t *testing.T) {
	o := &outer{}
	o.gate.InitChain(&o.gate)
	o.InitChain(o)
	n := 0
	assert.Same(t, o, o.On("open", func() { n++ }))
	o.open()
	assert.Equal(t, 1, n)
	assert.Equal(t, 1, ListenerCount(o, "open"))
}
