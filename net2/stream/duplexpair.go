package stream

// DuplexPair makes two streams of which each reads what is written to the other: a connection without a network.
// Write returns to its caller the pace of the reader: the callback of a write comes when the other side has been read.
// options are those of NewDuplex, for both; their hooks are replaced. It mirrors stream.duplexPair(options).
// Bytes are handed over, not copied: the writer must not change them afterwards. On the loop.
func DuplexPair(options ...DuplexOptions) (*Duplex, *Duplex) {
	a, b := &pairSide{}, &pairSide{}
	a.other, b.other = b, a
	a.init(first(options))
	b.init(first(options))
	return &a.Duplex, &b.Duplex
}

// pairSide is one end of a DuplexPair.
type pairSide struct {
	Duplex
	other *pairSide
	taken func(error) // the callback of the other side's write, until this side is read
}

func (s *pairSide) init(o DuplexOptions) {
	o.Read = func(*Duplex, int) {
		if cb := s.taken; cb != nil {
			s.taken = nil
			cb(nil)
		}
	}
	o.WriteBytes = func(_ *Duplex, b []byte, cb func(error)) {
		if len(b) == 0 {
			s.nothing(cb)
			return
		}
		s.other.PushBytes(b)
		s.other.taken = cb
	}
	o.Write = func(_ *Duplex, chunk any, _ string, cb func(error)) {
		if chunk == "" {
			s.nothing(cb)
			return
		}
		s.other.Push(chunk)
		s.other.taken = cb
	}
	o.Writev = nil
	o.Final = func(_ *Duplex, cb func(error)) {
		s.other.core.On("end", func() { cb(nil) })
		s.other.Push(nil)
	}
	o.Owner, o.Prototype, o.TakeBytes = nil, nil, nil
	o.ReadOnlyChunks = false // what is written is handed on
	s.Duplex.Init(o)
}

// nothing is a write without length. As in Node the other side never sees it, in object mode neither.
func (s *pairSide) nothing(cb func(error)) {
	s.core.loop.NextTick(func() { cb(nil) })
}
