package address_test

import (
	"testing"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestEveryScenarioHasBothSides(t *testing.T) { transcript.CheckFamily(t) }
