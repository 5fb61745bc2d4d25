package loop_test

import (
	"runtime"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

func TestATurnServesAllThatAreAboutToPost(t *testing.T) {
	const goroutines = 40
	turns := goroutines
	for range 3 { // the system may take the processor away, and the loop think that somebody computes
		turns = min(turns, turnsToServe(goroutines))
	}
	assert.LessOrEqual(t, turns, goroutines/8, "of which each served one goroutine or few")
}

// turnsToServe is how many turns the loop needs for what as many goroutines post at once, when it has nothing else to do.
func turnsToServe(goroutines int) (turns int) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // so that it is certain who runs when
	l := loop.New()
	h := keepAlive(l)
	begin := make(chan struct{})
	var posting sync.WaitGroup
	posts := 0
	counted := false // this turn
	for range goroutines {
		posting.Go(func() {
			<-begin
			l.Post(func() {
				if posts++; posts == goroutines {
					h.Stop()
				}
				if !counted {
					counted = true
					turns++
					l.Flush(func() { counted = false })
				}
			})
		})
	}
	l.Post(func() { go close(begin) }) // runs when the loop gives way
	l.Run()
	posting.Wait()
	return turns
}
