package load

import (
	"fmt"
	"math/rand/v2"
)

// script is what all connections say and what they must hear: a cycle of
// messages, each with its reply, that every connection enters at another place.
type script struct {
	count    int // messages in the cycle
	requests side
	replies  side
}

// side is one direction. The bytes of the cycle lie there often enough that
// reach messages from any place of it are one slice.
type side struct {
	bytes []byte
	ends  []int // where message i ends; message 0 starts at 0
}

func (s *side) add(message []byte) {
	s.bytes = append(s.bytes, message...)
	s.ends = append(s.ends, len(s.bytes))
}

func (s *side) start(i int) int {
	if i == 0 {
		return 0
	}
	return s.ends[i-1]
}

// span is the bytes of n messages from the i-th on.
func (s *side) span(i, n int) []byte { return s.bytes[s.start(i):s.ends[i+n-1]] }

// extend repeats the beginning, so that n messages can start anywhere in the cycle.
func (s *side) extend(n int) {
	for i := range n {
		s.add(s.span(i, 1))
	}
}

func newScript(workload string, size, reach int) *script {
	s := &script{}
	if workload == "json" {
		s.count = 1000
		s.addJSON()
	} else {
		s.count = max(16, min(512, (256<<10)/size))
		s.addNoise(size)
	}
	s.requests.extend(reach)
	s.replies.extend(reach)
	return s
}

// addNoise makes messages that come back as they are.
func (s *script) addNoise(size int) {
	random := rand.NewChaCha8([32]byte{})
	message := make([]byte, size)
	for range s.count {
		_, _ = random.Read(message)
		s.requests.add(message)
	}
	s.replies = side{bytes: s.requests.bytes, ends: s.requests.ends}
}

func (s *script) addJSON() {
	for i := range s.count {
		if i%2 == 0 {
			s.requests.add(fmt.Appendf(nil, `{"type":"SUM","a":%d,"b":%d}`+"\n", i, 3*i))
			s.replies.add(fmt.Appendf(nil, `{"status":"OK","result":%d}`+"\n", 4*i))
		} else {
			s.requests.add(fmt.Appendf(nil, `{"type":"GREETING","name":"Alice %d"}`+"\n", i))
			s.replies.add(fmt.Appendf(nil, `{"status":"OK","reply":"Hello, Alice %d!"}`+"\n", i))
		}
	}
}
