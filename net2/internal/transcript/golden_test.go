package transcript

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompareIgnoresTheOrderOfTracks(t *testing.T) {
	assert.Empty(t, compare("a: 1\nb: 1\na: 2\n", "b: 1\na: 1\na: 2\n"))
}

func TestCompareKeepsTheOrderWithinATrack(t *testing.T) {
	assert.Equal(t, "  - a: 1\n    a: 2\n  + a: 1\n", compare("a: 1\na: 2\n", "a: 2\na: 1\n"))
}

func TestCompareShowsOnlyTracksThatDiffer(t *testing.T) {
	want := "same: x\nclient: connect\nclient: end\nclient: close false\n"
	got := "same: x\nclient: connect\nclient: error EPIPE write EPIPE\nclient: close true\n"
	assert.Equal(t, "    client: connect\n"+
		"  - client: end\n"+
		"  - client: close false\n"+
		"  + client: error EPIPE write EPIPE\n"+
		"  + client: close true\n", compare(want, got))
}

func TestCompareShowsMissingAndSurplusTracks(t *testing.T) {
	assert.Equal(t, "  - a: 1\n  + b: 1\n", compare("a: 1\n", "b: 1\n"))
	assert.Equal(t, "  + b: 1\n", compare("", "b: 1\n"))
}

func TestCompareOfRepeatedLines(t *testing.T) {
	assert.Equal(t, "    a: x\n  - a: x\n", compare("a: x\na: x\n", "a: x\n"))
}
