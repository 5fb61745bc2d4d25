package difffuzz

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// NODENET_DIFFFUZZ_DUMP=seed prints the program as interp.js takes it: to play it by hand.
func TestDump(t *testing.T) {
	seed, err := strconv.ParseUint(os.Getenv("NODENET_DIFFFUZZ_DUMP"), 10, 64)
	if err != nil {
		t.Skip("NODENET_DIFFFUZZ_DUMP=seed names no program")
	}
	text, err := json.Marshal(nodeInput{Programs: []Program{Generate(seed)}, Width: 1})
	require.NoError(t, err)
	_, err = os.Stdout.Write(append(text, '\n'))
	require.NoError(t, err)
}
