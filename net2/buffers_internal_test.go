package net2

import (
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
)

func TestBuffersAreMadeWhenNeededAndBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := newBuffers()
		first := b.take()
		b.give(first)
		assert.Same(t, first, b.take(), "one that is free is taken before another is made")

		for range maxReads - 1 {
			assert.NotNil(t, b.take())
		}
		var got []*readBuffer
		go func() {
			for range 2 {
				got = append(got, b.take())
			}
		}()
		synctest.Wait()
		assert.Empty(t, got, "all are in use")
		b.give(first)
		synctest.Wait()
		assert.Equal(t, []*readBuffer{first}, got)
		b.give(nil) // a chunk took it
		synctest.Wait()
		assert.Len(t, got, 2)
	})
}
