package net2

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// begun returns n turns of a page.
func begun(p *page, n int) []*turn {
	turns := make([]*turn, n)
	for i := range turns {
		turns[i] = p.begin()
	}
	return turns
}

func content(t *turn) string { return string(slices.Concat(t.parts...)) }

func TestWhatOneConnectionWritesInARowIsOnePart(t *testing.T) {
	var p page
	turn := p.begin()
	for range 100 {
		p.add(turn, []byte("again"))
	}
	require.Len(t, turn.parts, 1)
	require.Equal(t, 500, p.end)
}

func TestABroadcastIsOnePartForEachAndOneCopy(t *testing.T) {
	for _, messages := range [][]string{{"to all"}, {"header ", "body"}, {"a", "a", "b"}} {
		t.Run(fmt.Sprint(messages), func(t *testing.T) {
			var p page
			turns := begun(&p, 10)
			want := ""
			for round := range 5 {
				for _, turn := range turns {
					for _, m := range messages {
						p.add(turn, fmt.Appendf(nil, "%d%s", round, m))
					}
				}
				for _, m := range messages {
					want += fmt.Sprintf("%d%s", round, m)
				}
			}
			for _, turn := range turns {
				assert.Equal(t, want, content(turn))
				assert.Len(t, turn.parts, 1)
				assert.Equal(t, len(want), turn.size)
			}
			assert.Equal(t, len(want), p.end)
		})
	}
}

// In a chat nobody gets his own line.
func TestABroadcastToAllButOneIsOneCopy(t *testing.T) {
	var p page
	turns := begun(&p, 10)
	for round := range turns {
		for i, turn := range turns {
			if i != round {
				p.add(turn, fmt.Appendf(nil, "line %d\n", round))
			}
		}
	}
	require.Equal(t, len(turns)*len("line 0\n"), p.end)
	for i, turn := range turns {
		require.LessOrEqual(t, len(turn.parts), 2)
		require.NotContains(t, content(turn), fmt.Sprint(i))
		require.Equal(t, (len(turns)-1)*len("line 0\n"), turn.size)
	}
}

// The program may write other bytes from the same place.
func TestBytesThatChangedAreNotShared(t *testing.T) {
	var p page
	turns := begun(&p, 2)
	b := []byte("first")
	p.add(turns[0], b)
	copy(b, "other")
	p.add(turns[1], b)
	require.Equal(t, "first", content(turns[0]))
	require.Equal(t, "other", content(turns[1]))
}

func TestPageIsEmptyAfterTheLastTurn(t *testing.T) {
	var p page
	turns := begun(&p, 3)
	for range turnSize / copySize {
		for i, turn := range turns {
			require.True(t, turn.fits(copySize))
			p.add(turn, bytes.Repeat([]byte{byte('a' + i)}, copySize))
		}
	}
	require.False(t, turns[0].fits(1))
	require.Len(t, p.sheets, len(turns))
	for _, turn := range turns {
		require.NotEmpty(t, p.sheets)
		p.finish(turn)
	}
	require.Empty(t, p.sheets)
	require.Zero(t, p.end)
	again := p.begin()
	p.add(again, []byte("new"))
	require.Equal(t, "new", content(again))
}

func TestTurnThatHadManyPartsDoesNotKeepTheRoom(t *testing.T) {
	var p page
	turns := begun(&p, 2)
	for i := range maxParts {
		p.add(turns[i%2], []byte{byte(i)})
	}
	require.Len(t, turns[0].parts, maxParts/2)
	p.finish(turns[0])
	require.LessOrEqual(t, cap(turns[0].parts), spareParts)
}

// One connection is written to until the kernel is full, in a turn in which
// another has written too.
func TestPageIsNotFilledByOne(t *testing.T) {
	var p page
	keeper := p.begin()
	p.add(keeper, []byte("reply"))
	for range 100 {
		turn := p.begin()
		for i := range turnSize / copySize {
			p.add(turn, bytes.Repeat([]byte{byte(i)}, copySize))
		}
		p.finish(turn)
	}
	require.LessOrEqual(t, len(p.sheets), 2)
	require.Equal(t, "reply", content(keeper))
}

// Spare turns are many, and last.
func TestSpareTurnHoldsNoSheet(t *testing.T) {
	var p page
	turns := begun(&p, 2)
	for i := range 3 {
		p.add(turns[0], []byte{byte(i)})
		p.add(turns[1], []byte{byte(i), 'x'})
	}
	require.Len(t, turns[0].parts, 3)
	p.finish(turns[0])
	for _, part := range slices.Concat(turns[0].few[:], turns[0].parts[:cap(turns[0].parts)]) {
		require.Nil(t, part)
	}
}

// Any writes, in any order, on a page whose sheets were used before.
func TestTurnsHoldWhatWasWrittenToThem(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		var p page
		for range 5 { // turns of the loop
			turns := begun(&p, 1+random.IntN(6))
			want := make([]string, len(turns))
			for range random.IntN(300) {
				i := random.IntN(len(turns))
				b := bytes.Repeat([]byte{byte('a' + random.IntN(2))}, 1+random.IntN(1<<random.IntN(14)))
				if !turns[i].fits(len(b)) || random.IntN(20) == 0 {
					require.Equal(t, want[i], content(turns[i]), "seed %d", seed)
					p.finish(turns[i])
					turns[i], want[i] = p.begin(), ""
				}
				p.add(turns[i], b)
				want[i] += string(b)
			}
			for i, turn := range turns {
				require.Equal(t, want[i], content(turn), "seed %d", seed)
				require.Equal(t, len(want[i]), turn.size)
				p.finish(turn)
			}
			require.Zero(t, p.open)
			require.Empty(t, p.sheets)
		}
	}
}

// The page can go back by more than a sheet.
func TestPageThatWentBackBreaksNoBytesAtTheEndOfASheet(t *testing.T) {
	var p page
	turns := begun(&p, 4)
	p.add(turns[0], []byte("stays"))
	for p.end < sheetSize-copySize {
		p.add(turns[1], bytes.Repeat([]byte{byte('a' + p.end%7)}, copySize))
	}
	p.add(turns[1], bytes.Repeat([]byte("z"), sheetSize-p.end)) // exactly to the end
	p.add(turns[2], []byte("on the next sheet"))
	p.finish(turns[2])
	p.finish(turns[1])
	want := ""
	for i := range 7 {
		chunk := bytes.Repeat([]byte{byte('0' + i)}, 10_000)
		p.add(turns[3], chunk)
		want += string(chunk)
	}
	require.Equal(t, want, content(turns[3]))
	require.Equal(t, "stays", content(turns[0]))
}
