package events

import (
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func addMany(e *EventEmitter, event string, n int) {
	for range n {
		e.On(event, func() {})
	}
}

func TestTheEleventhListenerWarnsOnce(t *testing.T) {
	all := watchWarnings(t)
	e := New(Options{Class: "Socket"})
	addMany(e, "x", 10)
	assert.Empty(t, *all)
	addMany(e, "x", 20)
	require.Len(t, *all, 1)
	w := (*all)[0]
	assert.Equal(t, "MaxListenersExceededWarning", w.Name)
	assert.Equal(t, "x", w.Event)
	assert.Equal(t, 11, w.Count)
	assert.Same(t, e, w.Emitter)
	assert.Equal(t, "MaxListenersExceededWarning: Possible EventEmitter memory leak detected. 11 x listeners added to "+
		"[Socket]. MaxListeners is 10. Use emitter.setMaxListeners() to increase limit", w.String())
}

func TestTheWarningSurvivesAGrowingTable(t *testing.T) {
	all := watchWarnings(t)
	e := New()
	addMany(e, "x", 11)
	for i := range 50 {
		addMany(e, fmt.Sprint(i), 1)
	}
	addMany(e, "x", 5)
	assert.Len(t, *all, 1)
	e.RemoveAllListeners("x")
	addMany(e, "x", 11)
	assert.Len(t, *all, 2)
}

func TestTheWarningWaitsForTheNextTick(t *testing.T) {
	all := watchWarnings(t)
	loop := &ticks{}
	addMany(New(Options{Loop: loop}), "x", 11)
	assert.Empty(t, *all)
	loop.run()
	assert.Len(t, *all, 1)
}

func TestTheDefaultWarningGoesToStandardError(t *testing.T) {
	r, w, err := os.Pipe()
	require.NoError(t, err)
	defer r.Close()
	stderr := os.Stderr
	os.Stderr = w
	defer func() { os.Stderr = stderr }()
	addMany(New(), "x", 11)
	require.NoError(t, w.Close())
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, fmt.Sprintf("(nodenet:%d) MaxListenersExceededWarning: Possible EventEmitter memory leak detected. "+
		"11 x listeners added to [EventEmitter]. MaxListeners is 10. Use emitter.setMaxListeners() to increase limit\n",
		os.Getpid()), string(text))
}

func TestTheLimitOfAllCanBeChanged(t *testing.T) {
	all := watchWarnings(t)
	defer SetDefaultMaxListeners(10)
	own, common := New().SetMaxListeners(0), New()
	SetDefaultMaxListeners(2)
	addMany(own, "x", 20)
	addMany(common, "x", 3)
	require.Len(t, *all, 1)
	assert.Equal(t, 3, (*all)[0].Count)
	assert.Zero(t, own.GetMaxListeners())
}
