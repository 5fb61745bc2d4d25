package loop

// Handle keeps its loop alive while it is started and ref'd: libuv's uv_handle_t. Servers embed
// one. Its zero value, once given a loop by Init, is stopped and ref'd.
type Handle struct {
	loop *Loop
	live Liveness
}

// Init gives the handle its loop. It must come before every other method, once.
func (h *Handle) Init(l *Loop) { h.loop = l }

// Loop is the loop given to Init.
func (h *Handle) Loop() *Loop { return h.loop }

// Start makes the handle active. Nothing happens if it is.
func (h *Handle) Start() { h.live.Start(h.loop) }

// Stop makes the handle inactive. Nothing happens if it is not active.
func (h *Handle) Stop() { h.live.Stop(h.loop) }

// Ref lets the handle keep the loop alive while it is active. Nothing happens if it does.
func (h *Handle) Ref() { h.live.Ref(h.loop) }

// Unref lets the loop end although the handle is active.
func (h *Handle) Unref() { h.live.Unref(h.loop) }

// HasRef reports whether the handle would keep the loop alive, active or not.
func (h *Handle) HasRef() bool { return h.live.HasRef() }

// Active reports whether the handle is started.
func (h *Handle) Active() bool { return h.live.Active() }

// Liveness is a Handle in one byte, for what there is very much of and knows its loop anyway: it
// is told the loop each time, always the same. One that is active must not be copied.
type Liveness uint8

const (
	active Liveness = 1 << iota
	unrefed
)

// Start is [Handle.Start].
func (v *Liveness) Start(l *Loop) { v.set(l, "Handle.Start", *v|active) }

// Stop is [Handle.Stop].
func (v *Liveness) Stop(l *Loop) { v.set(l, "Handle.Stop", *v&^active) }

// Ref is [Handle.Ref].
func (v *Liveness) Ref(l *Loop) { v.set(l, "Handle.Ref", *v&^unrefed) }

// Unref is [Handle.Unref].
func (v *Liveness) Unref(l *Loop) { v.set(l, "Handle.Unref", *v|unrefed) }

// HasRef is [Handle.HasRef].
func (v *Liveness) HasRef() bool { return *v&unrefed == 0 }

// Active is [Handle.Active].
func (v *Liveness) Active() bool { return *v&active != 0 }

func (v *Liveness) set(l *Loop, method string, now Liveness) {
	l.Check(method)
	was := *v
	*v = now
	if (was == active) != (now == active) {
		if now == active {
			l.handles++
		} else {
			l.handles--
		}
	}
}

// BeginRequest keeps the loop alive until EndRequest: an operation is in flight, whether or not
// its handle is ref'd. Requests are counted. It is libuv's uv_req_t.
func (l *Loop) BeginRequest() {
	l.Check("Loop.BeginRequest")
	l.requests++
}

// EndRequest undoes one BeginRequest.
func (l *Loop) EndRequest() {
	l.Check("Loop.EndRequest")
	if l.requests == 0 {
		panic("loop: EndRequest without BeginRequest")
	}
	l.requests--
}
