package loop

import (
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPostsSendOneWakeUpToALoopThatIsParked(t *testing.T) {
	l := New()
	l.Post(func() {})
	require.Empty(t, l.inbox.wake, "it is not parked")

	batch, parked := l.inbox.take(nil, true)
	require.Len(t, batch, 1)
	require.False(t, parked)

	_, parked = l.inbox.take(nil, true)
	require.True(t, parked)
	for range 3 {
		l.Post(func() {})
	}
	l.Stop()
	require.Len(t, l.inbox.wake, 1)
	<-l.inbox.wake

	batch, parked = l.inbox.take(nil, true)
	assert.Len(t, batch, 3)
	assert.False(t, parked)
}

// When a post clears the mark while the loop's timer expires, the wake-up must not be left for
// the next wait.
func TestUnparkConsumesTheWakeUpThatIsOnItsWay(t *testing.T) {
	var b inbox
	b.init()
	b.take(nil, true)
	b.nudge()
	b.unpark()
	require.Empty(t, b.wake)

	b.take(nil, true)
	b.unpark()
	assert.Empty(t, b.wake)
	assert.False(t, b.parked)
}

// Stop may come after the loop saw no reason to return, and before it is marked as parked.
func TestStopJustBeforeTheLoopIsMarkedAsParked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // a park that lasts is a deadlock here
		l := New()
		l.Stop()
		_, parked := l.inbox.take(nil, true)
		require.True(t, parked)
		l.park()
		assert.False(t, l.inbox.parked)
	})
}

func TestALoopThatHadToWaitLongKeepsItsTurnForAWhile(t *testing.T) {
	var b inbox
	b.waited(longWay)
	require.Zero(t, b.keeps)
	b.waited(longWay + 1)
	for range detour {
		require.False(t, b.giveWay())
	}
	assert.Zero(t, b.keeps)
}

func TestALoopThatGetsOneThingATimeKeepsItsTurn(t *testing.T) {
	var b inbox
	for range 2 {
		b.gave(1)
		require.Zero(t, b.keeps)
	}
	b.gave(1)
	require.Equal(t, alone, b.keeps)
	for range alone {
		require.False(t, b.giveWay())
	}
	b.gave(1)
	require.Equal(t, alone, b.keeps, "one trial is enough after that")
	b.keeps = 0
	b.gave(2)
	b.gave(1)
	require.Zero(t, b.keeps, "there was company meanwhile")
}
