"""How a record is made: frozen, compared by value, and silent about its words.

A record has no `repr` of its own, so that no traceback, log or assertion ever prints
what a person said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import replace as replace  # noqa: PLC0414 - said on, with types

T = TypeVar("T")
MISSING: Any = object()


class Field:
    """A field of a record: its name, and what stands where it is not given."""

    __slots__ = ("default", "default_factory", "name")

    def __init__(
        self,
        *,
        default: Any = MISSING,
        default_factory: Any = MISSING,
        hash: bool | None = None,  # noqa: A002 - the name dataclasses gave it
    ) -> None:
        del hash  # for the type checker and readers: no record is put in a set by it
        self.name = ""
        self.default, self.default_factory = default, default_factory

    @property
    def optional(self) -> bool:
        """Say whether a default stands for it where it is not given."""
        return self.default is not MISSING

    @property
    def made(self) -> bool:
        """Say whether what stands for it is made anew each time."""
        return self.default_factory is not MISSING


def field(**told: Any) -> Any:
    """Return a field with a default, or with what makes one."""
    return Field(**told)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a record.

    It is what a frozen dataclass is, and `dataclasses` takes it for one. Nothing is
    written anew for each class, and that module, with all it needs, is not loaded:
    together they were most of the time that the first screen took.
    """
    form = {name: known for base in cls.__mro__[:0:-1] for name, known in _known(base)}
    for name, kind in cls.__annotations__.items():
        if not str(kind).startswith("ClassVar"):
            form[name] = _taken(cls, name)
    setattr(cls, _FORM, form)
    for name, method in _SHARED.items():
        setattr(cls, name, method)
    setattr(cls, "__match_args__", tuple(form))  # noqa: B010 - no type has it
    return cls


_FORM = "__record_fields__"


def _known(base: type) -> Any:
    return base.__dict__.get(_FORM, {}).items()


def _taken(cls: type, name: str) -> Field:
    """Return a field with the default that stands in the class."""
    told = cls.__dict__.get(name, MISSING)
    if isinstance(told, Field):
        found = told
        if found.default is MISSING:
            delattr(cls, name)
        else:
            setattr(cls, name, found.default)
    else:
        found = Field(default=told)
    found.name = name
    return found


def is_record(it: Any) -> bool:
    """Say whether something is a record, or a class of records."""
    return hasattr(it, _FORM)


def fields_of(record_: Any) -> tuple[Field, ...]:
    """Return the fields of a record, or of its class, in order."""
    return tuple(getattr(record_, _FORM).values())


if not TYPE_CHECKING:

    def replace(record_: T, /, **changes: Any) -> T:
        """Return a record with some of its fields changed; the rest stays."""
        held = record_.__dict__
        kept = {name: held[name] for name in record_.__record_fields__}
        return type(record_)(**{**kept, **changes})


def _init(self: Any, *given: Any, **named: Any) -> None:
    names, known, usual, makers, check = _ways(self.__class__)
    held = self.__dict__
    held.update(usual)
    if given:
        held.update(zip(names, given, strict=False))
        if len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]):
            raise TypeError(f"{type(self).__name__} was given too much")
    held.update(named)
    for name, make in makers:
        if name not in held:
            held[name] = make()
    if len(held) != len(names) or not named.keys() <= known:
        wrong = ", ".join(sorted(held.keys() ^ known))
        raise TypeError(f"{type(self).__name__} lacks or does not have: {wrong}")
    if check is not None:
        check(self)


_Makers = tuple[tuple[str, "Callable[[], Any]"], ...]
_Ways = tuple[
    tuple[str, ...],
    frozenset[str],
    dict[str, Any],
    _Makers,
    "Callable[[Any], None] | None",
]
_WAYS: dict[type, _Ways] = {}


def _ways(kind: type) -> _Ways:
    """Return a record's fields twice, what stands in for some, and what checks it."""
    found = _WAYS.get(kind)
    if found is None:
        form = fields_of(kind)
        _WAYS[kind] = found = (
            tuple([f.name for f in form]),
            frozenset([f.name for f in form]),
            {f.name: f.default for f in form if f.default is not MISSING},
            tuple(
                [
                    (f.name, f.default_factory)
                    for f in form
                    if f.default_factory is not MISSING
                ]
            ),
            getattr(kind, "__post_init__", None),
        )
    return found


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__record_fields__])


def _equals(self: Any, other: object) -> bool:
    if self.__class__ is not other.__class__:
        return NotImplemented  # type: ignore[no-any-return]
    return _values(self) == _values(other)


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _set_once(self: Any, name: str, value: Any) -> None:
    if name in self.__dict__ or name not in self.__record_fields__:
        raise _frozen("assign to", name)
    self.__dict__[name] = value


def _kept(_self: Any, name: str) -> None:
    raise _frozen("delete", name)


def _frozen(act: str, name: str) -> AttributeError:
    from dataclasses import FrozenInstanceError  # noqa: PLC0415 - see `record`

    return FrozenInstanceError(f"cannot {act} field {name!r}")


class _AsDataclass:
    """The fields as `dataclasses` wants them, made when that module asks for them."""

    def __get__(self, _record: Any, kind: type) -> dict[str, Any]:
        import dataclasses  # noqa: PLC0415 - see `record`

        likeness = type(kind.__name__, (), {"__module__": kind.__module__})
        likeness.__annotations__ = {}
        for base in reversed(kind.__mro__):
            if _FORM in base.__dict__:
                likeness.__annotations__.update(base.__annotations__)
        for own in fields_of(kind):
            if own.default is not MISSING:
                setattr(likeness, own.name, dataclasses.field(default=own.default))
            elif own.default_factory is not MISSING:
                made = dataclasses.field(default_factory=own.default_factory)
                setattr(likeness, own.name, made)
        make: Any = dataclasses.dataclass(init=False, repr=False, eq=False)
        found: dict[str, Any] = make(likeness).__dataclass_fields__
        setattr(kind, "__dataclass_fields__", found)  # noqa: B010 - once for a class
        return found


_SHARED = {
    "__init__": _init,
    "__eq__": _equals,
    "__hash__": _hashed,
    "__setattr__": _set_once,
    "__delattr__": _kept,
    "__dataclass_fields__": _AsDataclass(),
}
