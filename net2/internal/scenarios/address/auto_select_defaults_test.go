package address_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/scenarios/scene"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestAutoSelectDefaults(t *testing.T) {
	transcript.Run(t, "auto_select_defaults", func(x *transcript.T) {
		log := x.Track("net")
		shown := func() {
			log(net2.GetDefaultAutoSelectFamily(), net2.GetDefaultAutoSelectFamilyAttemptTimeout().Milliseconds())
		}
		set := func(ms int) {
			err := scene.Thrown(func() {
				net2.SetDefaultAutoSelectFamilyAttemptTimeout(time.Duration(ms) * time.Millisecond)
			})
			if err.Name != "" {
				log(err.Name, err)
			}
		}
		shown()
		net2.SetDefaultAutoSelectFamily(false)
		set(1000)
		shown()
		set(5)
		shown()
		set(0)
		set(-1)
		set(2147483648)
		net2.SetDefaultAutoSelectFamily(true)
		set(250)
		shown()
	})
}
