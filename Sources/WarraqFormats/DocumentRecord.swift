import Warraq
